import Foundation
import Testing

private let exports: URL? = {
  let reference = ProcessInfo.processInfo.environment["THUOCDO_REFERENCE"] ?? ""
  let folder = URL(fileURLWithPath: reference).appendingPathComponent("real/exports")
  let exists = FileManager.default.fileExists(atPath: folder.path)
  return reference.isEmpty || !exists ? nil : folder
}()

/// Files of other systems, imported with the questionnaires that `sketch` proposes from them.
@Suite(.enabled(if: exports != nil))
struct SketchedExportsTests {
  /// Files that are no flat exports of interviews, with the reason.
  private static let others: [String: String] = {
    var others: [String: String] = [:]
    for name in [
      "15_singlerepeat-child.csv", "17_multirepeat-child.csv", "18_multirepeat-toy.csv",
      "20_pathprefix-children.csv", "23_nested-repeats-g1.csv", "24_nested-repeats-g2.csv",
      "25_nested-repeats-g3.csv", "27_ambiguous-entry~1.csv", "28_ambiguous-entry~2.csv",
      "Nut_MDDW_Sample_Survey__Nutrition_module_MDD_W_submodule_RepeatMDDW.csv",
      "SBP_CRF_63and93_Sample_Survey__SBPProcessM_module_SchoolAgeChildRoster_submodule_RepeatSchoolAgeChild.csv",
    ] {
      others[name] = "rows are repeats inside interviews"
    }
    for name in ["comma_ansi", "semicolon_ansi", "tab_utf16"] {
      others["\(name)_structure.csv"] = "describes columns"
      others["\(name)_labels.csv"] = "describes options"
    }
    others["22_nested-repeats.csv"] =
      "every question stands in a repeat; only system columns are left"
    return others
  }()

  private static let flat: [String] = {
    let walk = exports.flatMap {
      FileManager.default.enumerator(at: $0, includingPropertiesForKeys: nil)
    }
    return (walk?.compactMap { ($0 as? URL)?.path } ?? [])
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".tsv") }
      .filter { others[($0 as NSString).lastPathComponent] == nil }.sorted()
  }()

  @Test func `all but the named files are tried`() {
    #expect(Self.flat.count == 51 - Self.others.count)
  }

  @Test(arguments: flat) func `a flat export goes in with its own sketch`(_ path: String) throws {
    let folder = try Folder()
    var arguments = ["sketch", path, "-o", "phieu.yaml"]
    if path.hasSuffix("_dataset.csv") {
      for part in ["structure", "labels"] {
        arguments.append(path.replacingOccurrences(of: "_dataset.csv", with: "_\(part).csv"))
      }
    }
    // Old Mac text and one odd byte: no encoding reads all words, so that a person has to say.
    let western = ["poll-of-pollsters-3.tsv", "sleeping-alone-data.csv"]
    let encoding = western.contains { path.hasSuffix($0) } ? ["--encoding", "windows-1252"] : []
    arguments += encoding
    // Names are all that this form asks for.
    if path.hasSuffix("26_ambiguous.csv") { arguments.append("--keep-text") }
    // One row with 123.456: a person has to say what it is worth.
    let isOpen = path.hasSuffix("21_all-data-types.csv")
    let decimal = isOpen ? ["--decimal", "point"] : []
    // Submissions that were rejected or not decrypted: a person has to say whether they count.
    let isRejected = ["04", "05"].contains {
      path.hasSuffix("odk_central_exports/\($0)_mytestform.csv")
    }
    let status = isRejected ? ["--status", "take"] : []
    let sketched = try Program.run(arguments, in: folder)
    #expect(sketched.ended(isOpen ? 1 : 0), "\(path): \(sketched.summary)")
    #expect(sketched.errors.contains("“123.456”") == isOpen, "\(path): \(sketched.summary)")
    let checked = try Program.run(["check", "phieu.yaml"], in: folder)
    #expect(checked.ended(0), "\(path): \(checked.summary)")
    let made = try Program.run(
      ["new", "s.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "1"],
      in: folder
    )
    try #require(made.ended(0), "\(path): \(made.summary)")
    let map = try folder.names().contains("phieu.map.yaml") ? ["--map", "phieu.map.yaml"] : []
    let imported = try Program.run(
      ["import", "s.thuocdo", path, "--rejects", "loi.csv"] + map + encoding + decimal + status,
      in: folder
    )
    #expect(imported.ended(0), "\(path): \(imported.summary)")
    #expect(try !StudyRows("\(folder.path)/s.thuocdo").rows.isEmpty)
  }

  @Test func `two encodings of one survey give the same questionnaire and the same study`() throws {
    let folder = try #require(exports).appendingPathComponent("no_surveyxact")
    var studies: [StudyRows] = []
    var forms: [String] = []
    for kind in ["semicolon_ansi", "tab_utf16"] {
      let place = try Folder()
      let files = ["dataset", "structure", "labels"].map {
        folder.appendingPathComponent("\(kind)_\($0).csv").path
      }
      let sketched = try Program.run(
        ["sketch"] + files + ["-o", "phieu.yaml", "--id", "skole", "--text-language", "nb"],
        in: place
      )
      try #require(sketched.ended(0), sketched.summary)
      let text = String(decoding: try place.bytes("phieu.yaml"), as: UTF8.self)
      // Comments break elsewhere after the longer name.
      let lines = text.split(separator: "\n").filter { $0.drop { $0 == " " }.first != "#" }
      forms.append(
        lines.joined(separator: "\n").replacingOccurrences(of: kind, with: "KIND")
      )
      let made = try Program.run(
        ["new", "s.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "1"],
        in: place
      )
      try #require(made.ended(0), made.summary)
      let imported = try Program.run(["import", "s.thuocdo", files[0]], in: place)
      #expect(imported.ended(0), imported.summary)
      studies.append(try StudyRows("\(place.path)/s.thuocdo"))
    }
    #expect(forms[0] == forms[1])
    #expect(studies[0].rows.count == 999)
    #expect(studies[0].columns.count > 230)
    #expect(studies[0] == studies[1])
  }
}

/// The proposal itself, on small files that everybody can read here.
@Suite struct SketchTests {
  private func sketch(_ csv: String, _ more: String...) throws -> (Program.Outcome, String) {
    let folder = try Folder()
    try folder.write("tra-loi.csv", csv)
    let outcome = try Program.run(["sketch", "tra-loi.csv", "-o", "phieu.yaml"] + more, in: folder)
    let text = (try? folder.bytes("phieu.yaml")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return (outcome, text)
  }

  private static let vietnamese = """
    Dấu thời gian,Họ và tên,Số điện thoại,Giới tính,Tuổi,Thái độ [Công chức],Thái độ [Bảo vệ],Kênh,Góp ý
    02/09/2025 8:05:11,a,0900000001,Nam,31,Hài lòng,Rất hài lòng,"Trực tiếp, tại quầy, Bưu chính",nhanh hơn
    02/09/2025 9:05:11,b,0900000002,Nữ,42,Không hài lòng,Hài lòng,Bưu chính,
    03/09/2025 8:05:11,c,0900000003,Nữ,27,Hài lòng,Bình thường,"Trực tiếp, tại quầy",ghế ít
    03/09/2025 8:35:11,d,0900000004,Nam,55,Rất không hài lòng,Hài lòng,"Trực tiếp, tại quầy, Trực tuyến",
    13/09/2025 8:05:11,e,0900000005,Nữ,61,Không biết,Rất hài lòng,Trực tuyến,
    14/09/2025 8:05:11,f,0900000006,Nam,38,Hài lòng,Hài lòng,"Bưu chính, Trực tuyến",
    14/09/2025 9:05:11,g,0900000007,Nam,38,Rất hài lòng,Hài lòng,Trực tuyến,
    15/09/2025 9:05:11,h,0900000008,Nữ,45,Hài lòng,Hài lòng,"Trực tiếp, tại quầy, Bưu chính",

    """

  @Test func `a Vietnamese form is proposed with its scale, its matrix and its channels`() throws {
    let (outcome, text) = try sketch(Self.vietnamese)
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("nhập thử: nhận 8 trong 8 dòng"))
    #expect(text.contains("languages: [vi]"))
    #expect(text.contains("neutral: 3"))
    #expect(text.contains("- {code: 5, label: {vi: Rất hài lòng}, positive: true}"))
    #expect(text.contains("- {code: 98, reason: do-not-know, label: {vi: Không biết}}"))
    #expect(text.contains("label: {vi: \"Trực tiếp, tại quầy\"}"))
    #expect(text.contains("type: select_multiple"))
    #expect(text.contains("matrix: "))
    #expect(text.contains("# Đề xuất thang đo"))
  }

  @Test func `what may be personal is left out and can be kept`() throws {
    let (_, text) = try sketch(Self.vietnamese)
    for name in ["Họ và tên", "Số điện thoại", "Góp ý"] {
      let lines = text.split(separator: "\n").filter { $0.contains(name) }
      #expect(
        !lines.isEmpty && lines.allSatisfy { $0.drop { $0 == " " }.hasPrefix("#") },
        "\(name)"
      )
    }
    let (kept, all) = try sketch(Self.vietnamese, "--keep-text")
    #expect(kept.ended(0), kept.summary)
    #expect(all.contains("\n        label: {vi: Góp ý}\n"))
  }

  @Test func `the same questions get the same ids whatever stands before them`() throws {
    let (_, first) = try sketch("Câu 1. Tuổi,Câu 2.1 Nghề\n31,a\n42,a\n27,b\n31,b\n20,a\n20,b\n")
    let (_, second) = try sketch(
      "x,Câu 1. Tuổi,Câu 2.1 Nghề\n1,31,a\n2,42,a\n3,27,b\n4,31,b\n5,20,a\n6,20,b\n"
    )
    for text in [first, second] {
      #expect(text.contains("- id: c1\n"))
      #expect(text.contains("- id: c2_1\n"))
    }
  }

  @Test func `options that are numbers are never taken for the codes of others`() throws {
    let rows = (0..<12).map { "\(["12", "13", "10 trở xuống"][$0 % 3])\n" }.joined()
    let (outcome, text) = try sketch("Tuổi được ngồi mâm lớn\n" + rows)
    #expect(outcome.ended(0), outcome.summary)
    #expect(text.contains("{code: 12, label: {vi: 12}}"))
    #expect(text.contains("{code: 13, label: {vi: 13}}"))
  }

  @Test func `nothing to ask is said and nothing is written`() throws {
    let (outcome, text) = try sketch("_id,_uuid,start\n1,a,2025-01-01\n")
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.errors.contains("--keep-text"))
    #expect(text.isEmpty)
  }

  @Test func `bad names are refused`() throws {
    let (id, _) = try sketch(Self.vietnamese, "--id", "một hai")
    #expect(id.ended(2), id.summary)
    let (language, _) = try sketch(Self.vietnamese, "--text-language", "tiếng Việt")
    #expect(language.ended(2), language.summary)
  }
}
