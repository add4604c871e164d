"""What could be, from the law and a world alone: break points, combinations, what another fact would change."""
