"""Fills three made-up forms into a template, as a person does in Excel.

    thuocdo template Questionnaires/mot-cua/questionnaire.yaml -o mau.xlsx
    python3 -m venv venv && venv/bin/pip install openpyxl
    venv/bin/python fill.py mau.xlsx mot-cua.xlsx
"""

import datetime
import sys

import openpyxl

ROWS = [
    ["Phường Mẫu", 1, datetime.date(2026, 9, 5), "1 - Người dân", "đất đai",
     "1 - Trực tiếp tại bộ phận một cửa", "1 - Đúng thời hạn", 2, 2, 2, 2, 2, 2, 2, 2, 3, None],
    ["Phường Mẫu", 2, datetime.date(2026, 9, 6), "2 - Tổ chức hoặc doanh nghiệp", None, 2,
     "98 - Không biết", 98, "99 - Không trả lời", 1, 1, 1, 1, 1, 1, 2, "nhanh"],
    ["Xã Thử", None, datetime.date(2026, 9, 7), 1, "hộ tịch", 1, 0, 0, 0, 0, 0, 0, 0, 0, 99, 99,
     "dòng một\ndòng hai"],
]

book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
for number, row in enumerate(ROWS, start=3):
    for column, value in enumerate(row, start=1):
        cell = sheet.cell(number, column, value)
        if isinstance(value, datetime.date):
            cell.number_format = "dd/mm/yyyy"
book.properties.created = book.properties.modified = datetime.datetime(2026, 1, 1)
book.save(sys.argv[2])
