"""The same decision written by hand: what ``jiexu decide`` answers on a move into Jining from elsewhere in Shandong.

The yardstick of the warm figures. The law is written out in Python as a programmer would write it for these nine
questions and no others: 鲁医保发〔2020〕47号, 济医保发〔2020〕19号, 医保办发〔2021〕43号, the two texts on the age of
retirement, and what is reported of Jining's notice of 2022. It gives the whole ``jiexu-decision/1``: reasons,
precedence, other readings, alerts and arithmetic. ``tests/bench`` holds the two equal.

The class of cases: both places in Shandong and different, the destination Jining or a county of it; all days from 2020
to 2026; given are 参保身份, 出生年月, 退休年龄类别, 减员日期, 最后缴费月, 首次缴费日, and perhaps 已补缴中断期费用 and
首次参保缴费基数, under these names. Nothing is validated here, since a case that was read has been.
"""

from by_hand.decision import ByHand

__all__ = ["ByHand"]
