"""How each part of a procedure is called, in both languages."""

from jiexu.explanation.labels import Labels

PROCEDURE_ZH: Labels = {
    "part_step": "步骤「{name}」", "part_step_name": "步骤「{of}」的名称", "part_step_routes": "步骤「{of}」的途径",
    "part_step_actor": "步骤「{of}」的经办", "part_step_says": "步骤「{of}」的说法", "part_step_after": "步骤「{of}」接在哪步之后",
    "part_step_when": "步骤「{of}」的情形", "part_step_due": "步骤「{of}」的期限", "part_step_screen": "步骤「{of}」的界面",
    "part_step_enter": "步骤「{of}」的录入", "part_step_brings": "步骤「{of}」所带的材料",
    "part_step_needs": "步骤「{of}」所凭的文书", "part_step_produces": "步骤「{of}」产生的文书",
    "part_step_ends_with": "步骤「{of}」办完的登记", "part_failure": "步骤「{of}」办不成时的办法",
    "part_failure_when": "办不成「{of}」的情形", "part_operation": "步骤「{of}」里的操作",
    "part_operation_within": "操作所在的步骤",
    "part_operation_says": "步骤「{of}」里操作的说法", "part_operation_screen": "步骤「{of}」里操作的界面",
    "part_operation_enter": "步骤「{of}」里操作的录入", "part_route": "途径「{name}」", "part_route_name": "途径「{of}」的名称",
    "part_route_id": "途径「{of}」的标识",
    "part_route_says": "途径「{of}」的说法", "part_route_when": "途径「{of}」的情形", "part_route_begins": "途径「{of}」从哪步开始",
    "part_route_ends": "途径「{of}」到哪步办完", "part_actor": "经办「{name}」", "part_actor_name": "经办「{of}」的名称",
    "part_actor_id": "经办「{of}」的标识", "part_actor_at": "经办「{of}」在哪一边", "part_procedure_days": "决定适用哪一版步骤的日期",
    "refuses": "{says}（理由见「{question}」）", "failing": "{says}（情形：{when}）",
    "at_out": "转出地", "at_in": "转入地", "at_both": "两地",
}  # fmt: skip

PROCEDURE_EN: Labels = {
    "part_step": "step 「{name}」", "part_step_name": "name of step 「{of}」", "part_step_routes": "routes of step 「{of}」",
    "part_step_actor": "actor of step 「{of}」", "part_step_says": "our sentence of step 「{of}」",
    "part_step_after": "what step 「{of}」 comes after", "part_step_when": "condition of step 「{of}」",
    "part_step_due": "deadline of step 「{of}」", "part_step_screen": "screen of step 「{of}」",
    "part_step_enter": "what is entered in step 「{of}」", "part_step_brings": "what is brought to step 「{of}」",
    "part_step_needs": "documents that step 「{of}」 needs", "part_step_produces": "documents that step 「{of}」 produces",
    "part_step_ends_with": "fact that ends step 「{of}」", "part_failure": "way out when step 「{of}」 fails",
    "part_failure_when": "condition of failure 「{of}」", "part_operation": "operation in step 「{of}」",
    "part_operation_within": "step of an operation",
    "part_operation_says": "our sentence of an operation in 「{of}」", "part_operation_screen": "screen of an operation in 「{of}」",
    "part_operation_enter": "what is entered by an operation in 「{of}」", "part_route": "route 「{name}」",
    "part_route_name": "name of route 「{of}」", "part_route_id": "id of route 「{of}」",
    "part_route_says": "our sentence of route 「{of}」",
    "part_route_when": "condition of route 「{of}」", "part_route_begins": "first steps of route 「{of}」",
    "part_route_ends": "last steps of route 「{of}」", "part_actor": "actor 「{name}」", "part_actor_name": "name of actor 「{of}」",
    "part_actor_id": "id of actor 「{of}」",
    "part_actor_at": "side of actor 「{of}」", "part_procedure_days": "days that choose the version of a procedure",
    "refuses": "{says} (reasons: {question})", "failing": "{says} (when {when})",
    "at_out": "transfer-out place", "at_in": "transfer-in place", "at_both": "both places",
}  # fmt: skip
