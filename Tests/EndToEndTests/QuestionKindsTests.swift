import Foundation
import Testing

/// A form with tables, filtered options, orders, times and a repeat: from its file to a study.
@Suite struct QuestionKindsTests {
  private static let form = """
    questionnaire: thu
    version: "1"
    languages: [vi]
    title: {vi: Phiếu thử (giả lập)}
    consent: {version: "1", text: {vi: Đồng ý?}}
    choices:
      huyen:
        - {code: a, label: {vi: Huyện A}}
        - {code: b, label: {vi: Huyện B}}
      xa: {file: xa.csv, value: ma, label: ten}
      uu_tien:
        - {code: 1, label: {vi: Nhanh}}
        - {code: 2, label: {vi: Rẻ}}
    tables: [gia.csv]
    groups:
      - {id: nguoi, label: {vi: Người}, repeat: "${so}"}
    sections:
      - id: s
        title: {vi: Nơi ở}
        questions:
          - {id: huyen, choices: huyen, label: {vi: Huyện}, required: true}
          - {id: xa, choices: xa, label: {vi: "Xã của ${huyen}"}, choice_filter: "huyen = ${huyen}"}
          - {id: gio, type: time, label: {vi: Giờ}}
          - {id: xep, type: rank, choices: uu_tien, label: {vi: Xếp}}
          - {id: so, type: integer, label: {vi: Số người}}
          - {id: gia, type: calculate, calculation: "pulldata('gia', 'gia', 'ma', ${xa})"}
      - id: t
        title: {vi: Từng người}
        group: nguoi
        questions:
          - {id: tuoi, type: integer, label: {vi: "Tuổi người thứ nhất"}, required: true}
      - id: u
        title: {vi: Hết}
        questions:
          - {id: tong, type: calculate, calculation: "sum(${tuoi})"}

    """

  @Test func `the study needs nothing but itself`() throws {
    let folder = try Folder()
    try folder.write("thu.yaml", Self.form)
    try folder.write("xa.csv", "ma,ten,huyen\n01,Xã Một,a\n02,Xã Hai,a\n03,Xã Ba,b\n")
    try folder.write("gia.csv", "ma;gia\n01;100\n02;200\n")
    let check = try Program.run(["check", "thu.yaml"], in: folder)
    #expect(check.ended(0), check.summary)
    let new = try Program.run(["new", "a.thuocdo", "--questionnaire", "thu.yaml"], in: folder)
    #expect(new.ended(0), new.summary)
    for name in ["thu.yaml", "xa.csv", "gia.csv"] {
      try FileManager.default.removeItem(at: folder.url.appendingPathComponent(name))
    }
    let interview = try Program.run(
      ["interview", "a.thuocdo", "--plain"],
      in: folder,
      input: "1\na\n03\n02\n8h30\n21\n2\n30\n12\n\n0\n"
    )
    #expect(interview.ended(0), interview.summary)
    #expect(interview.output.contains("Xã của Huyện A"))
    #expect(!interview.output.contains("Xã Ba"))
    #expect(interview.output.contains("1: 30; 2: 12"))
    try folder.write(
      "d.csv",
      """
      huyen,xa,gio,xep,so,tuoi,tong
      b,Xã Ba,08:30:00.000+07:00,1 2,1,[40],40
      b,01,8h,12,0,,
      a,02,25h,12,2,"[1,2]",
      a,01,9h,12,1,"[1,2]",
      a,01,9h,12,1,5,

      """
    )
    let imported = try Program.run(["import", "a.thuocdo", "d.csv"], in: folder)
    #expect(imported.ended(1), imported.summary)
    #expect(imported.output.contains("Nhận 1 phiếu, trả lại 4 dòng."), imported.summary)
  }
}
