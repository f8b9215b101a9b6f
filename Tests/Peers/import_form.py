"""The questionnaire of the 41-column survey: its columns, codes, labels and checks, for every importer."""

GROUPS = {
    "sex": 2, "level": 3, "age": 4, "region": 6,
    "occupation": 10, "field": 14, "service": 30, "unit": 120,
}
ITEMS = [f"q{number:02}" for number in range(1, 27)]
COLUMNS = ["id", "wave", "stratum", "psu", "weight", *GROUPS, *ITEMS, "date", "comment"]
RANGES = {"wave": 2, "stratum": 60, "psu": 1200}
REQUIRED = ["id", "stratum", "psu", "weight", "unit", "date"]

ITEM_LABELS = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"]
NAMES = {
    "level": ["Cấp tỉnh", "Cấp huyện", "Cấp xã"],
    "sex": ["Nam", "Nữ"],
    "age": ["Dưới 25 tuổi", "Từ 25 đến 39 tuổi", "Từ 40 đến 59 tuổi", "Từ 60 tuổi trở lên"],
    "region": "Vùng", "occupation": "Nghề nghiệp nhóm", "field": "Lĩnh vực",
    "service": "Dịch vụ hành chính công", "unit": "Bộ phận Một cửa số",
}


def label(group, code):
    """The label of a code of a grouping, in Vietnamese."""
    names = NAMES[group]
    return names[code - 1] if isinstance(names, list) else f"{names} {code}"


def choices(column, labels):
    """The texts that a closed column may hold, in the order of their codes; none for other columns."""
    if column in GROUPS:
        codes = range(1, GROUPS[column] + 1)
        return [label(column, code) if labels else str(code) for code in codes]
    if column in ITEMS:
        return ITEM_LABELS if labels else [str(code) for code in range(1, 6)]
    return None


def questionnaire():
    """The same as a questionnaire of ThuocDo."""
    def words(text):
        return f'{{vi: "{text}", en: "{text}"}}'

    lines = [
        "questionnaire: sipas-41", 'version: "1"', "languages: [vi, en]",
        f'title: {words("Phiếu giả lập 41 cột")}', "key: [id]", "source: Made-up data for comparing speed.",
        "scales:", "  hai-long-5:", "    kind: ordered", "    direction: ascending",
        "    neutral: 3", "    levels:",
    ]
    for code, text in enumerate(ITEM_LABELS, 1):
        positive = ", positive: true" if code > 3 else ""
        lines.append(f"      - {{code: {code}, label: {words(text)}{positive}}}")
    lines.append("choices:")
    for group, count in GROUPS.items():
        lines.append(f"  {group}:")
        for code in range(1, count + 1):
            lines.append(f"    - {{code: {code}, label: {words(label(group, code))}}}")
    lines += ["sections:", "  - id: phieu", f'    title: {words("Phiếu")}', "    questions:"]
    for name in COLUMNS:
        rules = ", required: true" if name in REQUIRED else ""
        if name in GROUPS:
            kind = f"choices: {name}"
        elif name in ITEMS:
            kind = "scale: hai-long-5"
        elif name == "weight":
            kind, rules = "type: decimal", rules + ', constraint: ". > 0"'
        elif name in ("date", "comment"):
            kind = "type: date" if name == "date" else "type: text"
        else:
            kind = "type: integer"
            if name in RANGES:
                rules += f', constraint: ". >= 1 and . <= {RANGES[name]}"'
        lines.append(f"      - {{id: {name}, {kind}, label: {words(name)}{rules}}}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(questionnaire(), end="")
