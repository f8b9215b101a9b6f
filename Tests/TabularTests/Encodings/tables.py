#!/usr/bin/env python3
"""Writes tables.json: what other programs make of the bytes of each encoding.

windows-1252, windows-1258 and UTF-16 are Python's codecs; windows-1258, TCVN and VISCII are those
of iconv (GNU libc). No program at hand knows VNI: its letters are spelt out below as the published
tables have them, a letter and a mark of the Latin-1 keyboard. Run it beside this file.
"""

import json
import pathlib
import subprocess
import unicodedata

LETTERS = (
    "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"
    "ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴĐ"
)
VNI = (
    "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä eø eû eõ eù eï eâ eà eå eã eá eä "
    "ì æ ó í ò oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï "
    "ö öø öû öõ öù öï yø yû yõ yù î ñ "
    "AØ AÛ AÕ AÙ AÏ AÊ AÈ AÚ AÜ AÉ AË AÂ AÀ AÅ AÃ AÁ AÄ EØ EÛ EÕ EÙ EÏ EÂ EÀ EÅ EÃ EÁ EÄ "
    "Ì Æ Ó Í Ò OØ OÛ OÕ OÙ OÏ OÂ OÀ OÅ OÃ OÁ OÄ Ô ÔØ ÔÛ ÔÕ ÔÙ ÔÏ UØ UÛ UÕ UÙ UÏ "
    "Ö ÖØ ÖÛ ÖÕ ÖÙ ÖÏ YØ YÛ YÕ YÙ Î Ñ"
).split()
SENTENCES = [
    "Ông/Bà có hài lòng về thái độ phục vụ của công chức không?",
    "Rất hài lòng; Hài lòng; Bình thường; Không hài lòng; Rất không hài lòng",
    "Dấu thời gian, Họ và tên, Giới tính, Năm sinh, Dân tộc, Trình độ học vấn",
    "Phường Đông Hoà, thị xã Vĩnh Châu: huyện Mỹ Xuyên, tỉnh Sóc Trăng",
    "Nguyễn Thị Ngọc Quỳnh đã nộp hồ sơ đất đai, chờ đợi quá lâu",
    "Cán bộ giải thích rõ ràng, dễ hiểu; thủ tục đơn giản, phí và lệ phí đúng quy định",
]


def python(name):
    def decode(data):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            return None

    return decode


def iconv(name):
    def decode(data):
        run = subprocess.run(
            ["iconv", "-f", name, "-t", "UTF-8"], input=data, capture_output=True, check=False
        )
        return run.stdout.decode() if run.returncode == 0 else None

    return decode


def by_iconv(text, name):
    run = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", name], input=text.encode(), capture_output=True, check=True
    )
    return run.stdout


def windows1258(text):
    """The bytes of a letter with its shape and then its tone, as Windows writes them."""
    found = bytearray()
    for letter in text:
        for form in (letter, *[unicodedata.normalize(f, letter) for f in ("NFC", "NFD")]):
            try:
                found += form.encode("cp1258")
                break
            except UnicodeEncodeError:
                continue
        else:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
            shape = unicodedata.normalize("NFC", parts.replace(tone, ""))
            found += shape.encode("cp1258") + tone.encode("cp1258")
    return bytes(found)


def tcvn3(text):
    """The third set: a capital with a tone is the capital and the mark of the tone."""
    marks = {"\u0300": 0xB0, "\u0309": 0xB1, "\u0303": 0xB2, "\u0301": 0xB3, "\u0323": 0xB4}
    found = bytearray()
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((c for c in parts if c in marks), None)
        if letter.isupper() and tone:
            found += by_iconv(unicodedata.normalize("NFC", parts.replace(tone, "")), "TCVN")
            found.append(marks[tone])
        else:
            found += by_iconv(letter, "TCVN")
    return bytes(found)


def vni(text):
    spelt = dict(zip(LETTERS, VNI, strict=True))
    return "".join(spelt.get(letter, letter) for letter in text).encode("latin-1")


def singles(decode):
    return [decode(bytes([byte])) for byte in range(256)]


def texts(encode):
    return {text: encode(text).hex() for text in [LETTERS, *SENTENCES]}


assert len(LETTERS) == 134 and len(set(LETTERS)) == 134
assert unicodedata.normalize("NFC", LETTERS) == LETTERS
assert singles(python("cp1258")) == singles(iconv("WINDOWS-1258"))
result = {
    "letters": LETTERS,
    "bytes": {
        "windows-1252": singles(python("cp1252")),
        "windows-1258": singles(python("cp1258")),
        "tcvn": singles(iconv("TCVN")),
        "viscii": singles(iconv("VISCII")),
    },
    "texts": {
        "utf-16le": texts(lambda text: text.encode("utf-16-le")),
        "utf-16be": texts(lambda text: text.encode("utf-16-be")),
        "windows-1258": texts(windows1258),
        "tcvn3": texts(tcvn3),
        "vni": texts(vni),
        "viscii": texts(lambda text: by_iconv(text, "VISCII")),
    },
}
# The way back by another program, where there is one.
for name, decode in {"windows-1258": python("cp1258"), "tcvn3": iconv("TCVN")}.items():
    for text, data in result["texts"][name].items():
        assert unicodedata.normalize("NFC", decode(bytes.fromhex(data))) == text, (name, text)
place = pathlib.Path(__file__).with_name("tables.json")
place.write_text(json.dumps(result, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
