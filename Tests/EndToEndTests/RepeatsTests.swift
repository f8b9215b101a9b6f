import Foundation
import Testing

/// People in households and a time that an answer sets: from an XLSForm to a study.
@Suite struct RepeatsTests {
  private static let form = """
    | survey |
    | | type | name | label | calculation | trigger | repeat_count | required |
    | | text | noi | Nơi hỏi | | | | yes |
    | | calculate | luc | | now() | ${noi} | | |
    | | begin_repeat | ho | Hộ | | | | |
    | | integer | so_nguoi | Số người | | | | yes |
    | | begin_repeat | nguoi | Người | | | ${so_nguoi} | |
    | | integer | tuoi | Tuổi người thứ nhất trong ${so_nguoi} | | | | yes |
    | | calculate | chung | | sum(../../nguoi/tuoi) | | | |
    | | end_repeat | | | | | | |
    | | calculate | tong_ho | | sum(${tuoi}) | | | |
    | | end_repeat | | | | | | |
    | | calculate | tong | | sum(${tuoi}) | | | |
    | settings |
    | | form_title | form_id | version |
    | | Phiếu thử (giả lập) | thu | 1 |

    """

  @Test func `turns in turns are asked, left, taken up, stored and imported`() throws {
    let folder = try Folder()
    try folder.write("thu.md", Self.form)
    let new = try Program.run(["new", "a.thuocdo", "--questionnaire", "thu.md"], in: folder)
    #expect(new.ended(0), new.summary)
    let interview = ["interview", "a.thuocdo", "--plain"]
    // The input ends in the second household.
    let left = try Program.run(interview, in: folder, input: "Thôn 1\n2\n40\n9\n1\n1\n")
    #expect(left.output.contains("== Người (1.2)") && left.output.contains("== Người (2.1)"))
    #expect(left.output.contains("trong 1"))
    let over = try Program.run(interview, in: folder, input: "\n70\n2\n\n0\n")
    #expect(over.ended(0), over.summary)
    #expect(over.output.contains("1.1: 40; 1.2: 9; 2.1: 70"), over.summary)
    try folder.write(
      "d.csv",
      """
      noi,luc,so_nguoi,tuoi,chung,tong_ho,tong
      Thôn 2,2026-03-01T08:00:00+07:00,"[2,1]","[[1,2],[4]]","[[3,3],[4]]","[3,4]",7
      Thôn 2,,"[2,1]","[[1,2],[3,4]]",,,
      Thôn 2,,"[2]","[1,2]",,,
      Thôn 2,,"[1]","[[1]]",,"[7]",
      Thôn 2,,"[2]","[[1]]",,,

      """
    )
    let imported = try Program.run(
      ["import", "a.thuocdo", "d.csv", "--rejects", "loi.csv"],
      in: folder
    )
    #expect(imported.ended(1), imported.summary)
    #expect(imported.output.contains("Nhận 1 phiếu, trả lại 4 dòng."), imported.summary)
    let file = folder.url.appendingPathComponent("loi.csv")
    let rejects = try String(contentsOf: file, encoding: .utf8)
    for code in ["V08", "V04", "R04", "R01"] { #expect(rejects.contains(code)) }
    // The message says how answers in turns of turns are written.
    #expect(rejects.contains(#"[[""a"",""b""],…]"#))
  }
}
