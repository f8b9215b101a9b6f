"""Writes the small workbooks that the tests read.

    python3 -m venv venv && venv/bin/pip install openpyxl xlsxwriter
    venv/bin/python make-workbooks.py

All data is made up.
"""

import datetime
import io
import os
import struct
import zipfile

import openpyxl
import xlsxwriter

HERE = os.path.dirname(os.path.abspath(__file__))
MOMENT = datetime.datetime(2026, 1, 1)


def path(name):
    return os.path.join(HERE, name)


def dates(epoch_1904):
    name = "dates-1904.xlsx" if epoch_1904 else "dates.xlsx"
    book = xlsxwriter.Workbook(path(name), {"date_1904": epoch_1904})
    book.set_properties({"created": MOMENT})
    sheet = book.add_worksheet("Ngày")
    formats = [
        "dd/mm/yyyy", "yyyy-mm-dd hh:mm:ss", "hh:mm", "h:mm:ss AM/PM", "[h]:mm", "mm:ss",
        '"ngày" dd "tháng" mm "năm" yyyy', "[$-42A]d mmmm yyyy", "0%", "0.00%", "00000",
        "#,##0.00", "0.00E+00", "General", '"d"0', "d\\.m\\.yy;@", "[Red]0;[Blue]-0", "@",
    ]
    values = [45928.336932870369, 45928, 0.25, 0.75, 1.5, 0.0125, 45928, 45928, 0.85, 0.1234,
              742, 1234567.891, 12345.678, 0.1 + 0.2, 7, 45928, -3, 12]
    for row, (code, value) in enumerate(zip(formats, values)):
        sheet.write(row, 0, code)
        sheet.write_number(row, 1, value, book.add_format({"num_format": code}))
    book.close()


def texts():
    book = xlsxwriter.Workbook(path("texts.xlsx"))
    book.set_properties({"created": MOMENT})
    sheet = book.add_worksheet("Ý kiến")
    bold = book.add_format({"bold": True})
    sheet.write_string(0, 0, "mã")
    sheet.write_string(0, 1, "ý kiến")
    sheet.write_string(1, 0, "001")
    sheet.write_rich_string(1, 1, "Rất ", bold, "hài lòng", " & <vui>")
    sheet.write_string(2, 0, "012345678901234567")
    sheet.write_string(2, 1, "dòng một\ndòng \"hai\"\ttab")
    sheet.write_string(4, 0, "no-break\u00a0space")
    sheet.write_string(4, 1, "control \x01 and return\r\nline")
    sheet.write_boolean(5, 0, True)
    sheet.write_boolean(5, 1, False)
    sheet.write_formula(6, 0, "=NA()", None, "#N/A")
    sheet.write_formula(6, 1, '="kết quả"', None, "kết quả")
    sheet.write_number(7, 0, 123456789012345678)
    sheet.write_number(7, 1, 1e-7)
    sheet.write_string(8, 0, "😀 _x0041_ literal")
    book.close()


def merges():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Tổng hợp"
    sheet.append(["BẢNG TỔNG HỢP Ý KIẾN", None, None, None, None])
    sheet.append([None])
    sheet.append(["Đơn vị", "Mức độ hài lòng", None, None, "Ghi chú"])
    sheet.append([None, "Hồ sơ", "Thái độ", "Thời hạn", None])
    sheet.append(["Phường Mẫu", 5, 4, 4, None])
    sheet.append([None, 3, 5, 4, "gấp"])
    sheet.append(["Xã Thử", 2, None, 4, None])
    for merged in ("A1:E1", "B3:D3", "A3:A4", "E3:E4", "A5:A6"):
        sheet.merge_cells(merged)
    hidden = book.create_sheet("ẩn")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "không đọc"
    save(book, "merges.xlsx")


def sheets():
    book = openpyxl.Workbook()
    book.active.title = "Dữ liệu"
    book.active.append(["id", "sex"])
    book.active.append(["a", 1])
    other = book.create_sheet("Hướng dẫn")
    other["C4"] = "chữ ở giữa"
    book.create_sheet("trống")
    chart = book.create_chartsheet("biểu đồ")
    chart.add_chart(openpyxl.chart.BarChart())
    save(book, "sheets.xlsx")


def formulas():
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append([1, "=A2*2"])
    book.active.row_dimensions[2].hidden = True
    save(book, "formulas.xlsx")


def save(book, name):
    book.properties.created = MOMENT
    book.properties.modified = MOMENT
    buffer = io.BytesIO()
    book.save(buffer)
    rewrite(buffer.getvalue(), name)


def rewrite(data, name, change=None, method=zipfile.ZIP_DEFLATED):
    """The same archive with fixed times, each part given to `change`."""
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path(name), "w", method) as new:
        for info in old.infolist():
            body = old.read(info.filename)
            if change:
                body = change(info.filename, body)
                if body is None:
                    continue
            entry = zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = method
            new.writestr(entry, body)


CONTENT = {
    "_rels/.rels": '<Relationships><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/'
    'officeDocument/relationships/officeDocument" Target="/book/main.xml"/></Relationships>',
    "book/main.xml": '<w:workbook xmlns:w="http://purl.oclc.org/ooxml/spreadsheetml/main" '
    'xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"><w:sheets>'
    '<w:sheet name="S&amp;1" sheetId="1" q:id="x1"/></w:sheets></w:workbook>',
    "book/_rels/main.xml.rels": '<Relationships><Relationship Id="x1" Type="http://purl.oclc.org/'
    'ooxml/officeDocument/relationships/worksheet" Target="deep/../one.xml"/></Relationships>',
}


def own(name, sheet, method=zipfile.ZIP_DEFLATED, **other):
    """A workbook of our own around one sheet's XML."""
    parts = dict(CONTENT)
    parts["book/one.xml"] = sheet
    parts.update(other.get("parts", {}))
    with zipfile.ZipFile(path(name), "w", method) as new:
        for part, body in parts.items():
            if body is None:
                continue
            entry = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = method
            new.writestr(entry, body)


def sheet(rows, after=""):
    return f"<worksheet><sheetData>{rows}</sheetData>{after}</worksheet>"


GOOD = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'
             '<row r="2"><c r="A2"><v>1</v></c></row>')


def strict():
    cells = (
        '<x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:r><x:t>in</x:t></x:r>'
        "<x:rPh sb='0' eb='1'><x:t>phonetic</x:t></x:rPh><x:r><x:t> line</x:t></x:r></x:is></x:c>"
        '<x:c t="d"><x:v>2025-09-28T08:05:11Z</x:v></x:c>'
        '<x:c t="d"><x:v>2025-09-28T00:00:00</x:v></x:c></x:row>'
        "<!-- a comment with <row> in it --><x:row>"
        '<x:c t="str"><x:v><![CDATA[a < b & c]]></x:v></x:c>'
        '<x:c r="D3" t="str"><x:f>"x"</x:f><x:v>&#x110;&#7891;_x000D_&#10;_xD83D__xDE00_</x:v></x:c>'
        "</x:row>"
    )
    own("strict.xlsx",
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:dimension '
        f'ref="A1"/><x:sheetData>{cells}</x:sheetData></x:worksheet>')


def hostile():
    os.makedirs(path("hostile"), exist_ok=True)
    own("hostile/good.xlsx", GOOD)
    with open(path("hostile/good.xlsx"), "rb") as file:
        good = file.read()
    with open(path("hostile/truncated.xlsx"), "wb") as file:
        file.write(good[: len(good) // 2])
    own("hostile/wrong-crc.xlsx", GOOD, zipfile.ZIP_STORED)
    with open(path("hostile/wrong-crc.xlsx"), "rb") as file:
        stored = file.read()
    with open(path("hostile/wrong-crc.xlsx"), "wb") as file:
        file.write(stored.replace(b"<v>1</v>", b"<v>2</v>"))
    own("hostile/not-closed.xlsx", GOOD[:-20])
    own("hostile/mismatched.xlsx", GOOD.replace("</row>", "</raw>", 1))
    bomb = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    own("hostile/entities.xlsx", bomb + GOOD)
    own("hostile/unknown-entity.xlsx", GOOD.replace("id", "&b;"))
    comments = ("<!--" + " " * 4000 + "-->") * 5_000
    own("hostile/bomb.xlsx", sheet('<row r="1"><c r="A1"><v>1</v></c></row>', comments))
    own("hostile/deep.xlsx", sheet("<row>" + "<a>" * 5000 + "</a>" * 5000 + "</row>"))
    own("hostile/long-token.xlsx", GOOD.replace("id", "x" * 9_000_000))
    piece = "<![CDATA[" + "x" * 1000 + "]]>"
    own("hostile/many-pieces.xlsx", GOOD.replace("id", piece * 9_000))
    own("hostile/many-runs.xlsx", GOOD.replace("<t>id</t>", f"<r><t>{piece}</t></r>" * 9_000))
    own("hostile/far-row.xlsx", sheet('<row r="1048577"><c><v>1</v></c></row>'))
    own("hostile/far-column.xlsx", sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'))
    own("hostile/unordered.xlsx", sheet('<row r="2"><c><v>1</v></c></row><row r="1"/>'))
    own("hostile/twice.xlsx",
        sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'))
    own("hostile/no-shared-text.xlsx", sheet('<row r="1"><c t="s"><v>4</v></c></row>'))
    own("hostile/unknown-type.xlsx", sheet('<row r="1"><c t="q"><v>4</v></c></row>'))
    own("hostile/bad-merge.xlsx", sheet('<row r="1"><c><v>1</v></c></row>',
                                        '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>'))
    own("hostile/no-sheet-part.xlsx", None)
    own("hostile/no-workbook.xlsx", GOOD, parts={"book/main.xml": None, "_rels/.rels": None})
    own("hostile/utf-16.xlsx", GOOD.encode("utf-16"))
    own("hostile/invalid-utf-8.xlsx", GOOD.replace("id", "\u00e9").encode("latin-1"))
    own("hostile/control.xlsx", GOOD.replace("id", "a\x00b"))
    own("hostile/empty-sheet.xlsx", sheet(""))
    encrypted = bytearray(good)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = encrypted.find(mark)
        while place >= 0:
            encrypted[place + offset] |= 1
            place = encrypted.find(mark, place + 1)
    with open(path("hostile/zip-password.xlsx"), "wb") as file:
        file.write(encrypted)
    with open(path("hostile/password.xlsx"), "wb") as file:
        file.write(compound("EncryptedPackage"))
    with open(path("hostile/old.xls"), "wb") as file:
        file.write(compound("Workbook"))


def compound(name):
    """The first sectors of a compound file whose directory names one stream."""
    head = bytearray(512)
    head[:8] = bytes.fromhex("D0CF11E0A1B11AE1")
    struct.pack_into("<HH", head, 28, 0xFFFE, 9)
    struct.pack_into("<i", head, 48, 1)
    entry = name.encode("utf-16le").ljust(128, b"\0")
    return bytes(head) + bytes(512) + entry + bytes(384)


if __name__ == "__main__":
    dates(False)
    dates(True)
    texts()
    merges()
    sheets()
    formulas()
    strict()
    hostile()
