import Foundation
import Testing

@Suite struct SampleTests {
  static let subcommands = ["size", "decide", "compare", "allocate", "draw", "next", "lqas"]

  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(
      "xa.csv",
      """
      xa,nguoi,do_lech,chi_phi
      An Hòa,24000,"0,5",10
      Bình Minh,30.000,0.4,12
      Cái Sơn,18000,0.3,9
      Đông Phú,7,0.45,15

      """
    )
    var list = "ma,xa,ten,ho\n"
    for row in 1...60 { list += "\(row),\("ABC".map { String($0) }[row % 3]),Hộ \(row),\(row)\n" }
    try folder.write("khung.csv", list)
  }

  private func run(_ arguments: [String], language: String = "vi") throws -> Program.Outcome {
    try Program.run(["sample"] + arguments, in: folder, language: language)
  }

  /// The JSON object that a run writes.
  private func json(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try run(arguments + ["--format", "json"])
    try #require(outcome.ended(0), outcome.summary)
    return try #require(
      try JSONSerialization.jsonObject(with: outcome.outputBytes) as? [String: Any]
    )
  }

  private func refusal(_ arguments: [String], _ words: String..., status: Int32 = 2) throws {
    let outcome = try run(arguments)
    #expect(outcome.ended(status), outcome.summary)
    #expect(outcome.output.isEmpty, outcome.summary)
    #expect(outcome.errors.hasPrefix("lỗi: "), outcome.summary)
    for word in words { #expect(outcome.errors.contains(word), outcome.summary) }
  }

  private func rows(_ name: String) throws -> [[String]] {
    let text = try folder.read(name).replacingOccurrences(of: "\u{FEFF}", with: "")
    return text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
  }

  @Test(arguments: subcommands)
  func `every subcommand has help in both languages and stands in the manual`(
    name: String
  ) throws {
    let vietnamese = try run([name, "--help"])
    let english = try run([name, "--help"], language: "en")
    #expect(vietnamese.ended(0) && english.ended(0))
    #expect(vietnamese.output != english.output)
    #expect(!english.output.unicodeScalars.contains { $0.value >= 0x1EA0 && $0.value <= 0x1EF9 })
    let page = Program.checkout
      .appendingPathComponent("Sources/SurveyModel/SurveyModel.docc/CommandLine.md")
    let manual = try String(contentsOf: page, encoding: .utf8)
    let chapter = try #require(
      manual.components(separatedBy: "\n### ").first { $0.hasPrefix("sample\n") }
    )
    for line in english.output.split(separator: "\n") where line.hasPrefix("  -") {
      let names = line.split(separator: " ").map { String($0.prefix { $0 != "," }) }
        .filter { $0.wholeMatch(of: /--[a-z][a-z-]*/) != nil }
      for name in names where !["--lang", "--version", "--help", "--output"].contains(name) {
        #expect(chapter.contains(name), "\(name)")
      }
    }
  }

  @Test func `a margin is answered in a sentence`() throws {
    let outcome = try run(["size", "--margin", "5"])
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("Cần phỏng vấn 385 người"))
    #expect(outcome.output.contains("±5 điểm phần trăm, với độ tin cậy 95%"))
    #expect(outcome.output.contains("384,15"))
    let english = try run(["size", "--margin", "2.5%"], language: "en")
    #expect(english.output.contains("Interview 1,537 people"))
    #expect(english.output.contains("±2.5 percentage points"))
  }

  @Test func `population, design effect and response rate enter the size`() throws {
    let answer = try json([
      "size", "--margin", "5", "--population", "1.200", "--deff", "1,5", "--response-rate", "70%",
    ])
    #expect(answer["interviews"] as? Int == 390)
    #expect(answer["invitations"] as? Int == 558)
    #expect(answer["population"] as? Int == 1200)
    let clusters = try json(["size", "--margin", "5", "--cluster-size", "11", "--icc", "0.05"])
    #expect(clusters["deff"] as? Double == 1.5)
    let all = try run(["size", "--margin", "1", "--population", "40", "--response-rate", "50%"])
    #expect(all.output.contains("hãy hỏi tất cả mọi người"), all.summary)
  }

  @Test func `a verdict needs 365 people when 85 percent are true`() throws {
    let arguments = ["decide", "--target", "80%", "--truth", "85%", "--power", "80%"]
    let outcome = try run(arguments)
    #expect(outcome.output.contains("Cần phỏng vấn 365 người"), outcome.summary)
    #expect(outcome.output.contains("từ 305 người (83,56%) trở lên trả lời “có”"))
    #expect(outcome.output.contains("80,18%"))
    #expect(outcome.output.contains("Dưới 14 phiếu độc lập"))
    let answer = try json(arguments + ["--deff", "1.5"])
    #expect(answer["interviews"] as? Int == 548)
    #expect(answer["independent"] as? Int == 365)
    #expect(answer["floor_met"] as? Int == 14)
    #expect((answer["chances"] as? [Any])?.count == 7)
  }

  @Test func `a number of interviews has its chances`() throws {
    let answer = try json(["decide", "--target", "80%", "--size", "400"])
    #expect(answer["smallest_count_met"] as? Int == 334)
    #expect(answer["largest_count_missed"] as? Int == 306)
    let small = try json(["decide", "--target", "80%", "--size", "100", "--population", "120"])
    #expect(small["independent"] as? Int == 595)
    let all = try run(["decide", "--target", "80%", "--size", "120", "--population", "120"])
    #expect(all.output.contains("điều tra toàn bộ"), all.summary)
    try refusal(
      ["decide", "--target", "80%", "--size", "121", "--population", "120"],
      "chỉ có 120"
    )
  }

  @Test func `two groups are compared and lots accepted`() throws {
    #expect(
      try json(["compare", "--first", "70%", "--second", "80%"])["interviews"] as? Int == 294
    )
    let lots = try run(["lqas", "--upper", "80%", "--lower", "50%", "--errors", "10%"])
    #expect(lots.output.contains("Hỏi 19 người trong mỗi lô; từ 13 người"), lots.summary)
    let table = try json(["lqas", "--upper", "80%", "--lower", "50%", "--size", "30"])
    #expect((table["table"] as? [Any])?.count == 31)
    let none = try run(["lqas", "--upper", "80%", "--lower", "50%", "--size", "5"])
    #expect(none.output.contains("không có ngưỡng nào"), none.summary)
  }

  @Test func `an allocation adds up and feeds a draw`() throws {
    let outcome = try run([
      "allocate", "khung.csv", "--size", "12", "--strata", "xa", "-o", "pb.csv",
    ])
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("Đã ghi pb.csv."))
    #expect(try rows("pb.csv").map { $0[2] } == ["n", "4", "4", "4"])
    let drawn = try run([
      "draw", "khung.csv", "--strata", "xa", "--allocation", "pb.csv", "--seed", "3", "-o", "m.csv",
    ])
    #expect(drawn.ended(0), drawn.summary)
    #expect(try rows("m.csv").count == 13)
    try folder.write("pb2.csv", "xa,n\nA,1\nB,2\n")
    let arguments = ["draw", "khung.csv", "--strata", "xa", "--seed", "3", "--allocation"]
    try refusal(arguments + ["pb2.csv"], "pb2.csv", "'C'")
    try folder.write("pb3.csv", "xa,n\nA,1\nB,2\nC,21\n")
    try refusal(arguments + ["pb3.csv"], "tầng 'C'", "chỉ có 20")
    try folder.write("pb4.csv", "xa,n\nA,1\nB,2\nC,2\nD,1\n")
    try refusal(arguments + ["pb4.csv"], "'D'")
  }

  @Test func `strata are divided by each rule`() throws {
    func numbers(_ extra: String...) throws -> [Int] {
      let answer = try json(
        ["allocate", "xa.csv", "--size", "400", "--strata", "xa", "--population", "nguoi"] + extra
      )
      let strata = answer["strata"] as? [[String: Any]] ?? []
      return strata.compactMap { $0["n"] as? Int }
    }
    let equal = try numbers("--method", "equal")
    #expect(equal == [131, 131, 131, 7])
    let proportional = try numbers()
    #expect(proportional.reduce(0, +) == 400 && proportional[3] == 2)
    let neyman = try numbers("--method", "neyman", "--sd", "do_lech")
    #expect(neyman.reduce(0, +) == 400 && abs(neyman[0] - neyman[1]) <= 1)
    let cost = try numbers("--method", "cost", "--sd", "do_lech", "--cost", "chi_phi")
    #expect(cost.reduce(0, +) == 400 && cost[0] > cost[1])
    try refusal(
      ["allocate", "xa.csv", "--size", "9", "--strata", "xa", "--method", "neyman"],
      status: 64
    )
    try refusal(["allocate", "xa.csv", "--size", "9", "--strata", "huyen"], "'huyen'", "nguoi")
    try refusal(["allocate", "xa.csv", "--size", "5", "--strata", "xa"], "cỡ mẫu 5")
  }

  @Test func `the seed repeats the draw, and is printed`() throws {
    let arguments = ["draw", "khung.csv", "--size", "7", "--seed", "2026"]
    let first = try run(arguments)
    #expect(first.ended(0), first.summary)
    #expect(first.errors.contains("Số hạt giống 2026"))
    #expect(first.output.contains("srs; seed 2026; SplitMix64/1"))
    #expect(try run(arguments).output == first.output)
    #expect(try run(["draw", "khung.csv", "--size", "7", "--seed", "2027"]).output != first.output)
    let free = try json(["draw", "khung.csv", "--size", "7"])
    let seed = try #require(free["seed"] as? Int)
    let again = try json(["draw", "khung.csv", "--size", "7", "--seed", "\(seed)"])
    #expect((again["units"] as? NSArray) == (free["units"] as? NSArray))
  }

  @Test(arguments: ["srs", "systematic", "pps", "pps-systematic"])
  func `weights add up to the list`(method: String) throws {
    let sizes = method.hasPrefix("pps") ? ["--pps", "ho"] : []
    let outcome = try run(
      [
        "draw", "khung.csv", "--size", "12", "--method", method, "--strata", "xa", "--seed", "5",
        "-o", "m.csv",
      ] + sizes
    )
    #expect(outcome.ended(0), outcome.summary)
    let table = try rows("m.csv")
    #expect(table[0].suffix(4).first == "sample_probability")
    #expect(table.count == 13)
    for row in table.dropFirst() {
      let probability = try #require(Double(row[4]))
      let weight = try #require(Double(row[5]))
      #expect(abs(probability * weight - 1) < 1e-12)
      #expect(row[6] == "20")
      #expect(row[7].hasPrefix("\(method); seed 5; "))
    }
    guard !method.hasPrefix("pps") else { return }
    let sum = table.dropFirst().compactMap { Double($0[5]) }.reduce(0, +)
    #expect(abs(sum - 60) < 1e-9)
  }

  @Test func `a drawn file is estimated with its weights`() throws {
    _ = try run(["draw", "khung.csv", "--size", "20", "--seed", "1", "-o", "m.csv"])
    let outcome = try Program.run(
      [
        "estimate", "m.csv", "--total", "ho", "--prob", "sample_probability", "--fpc",
        "sample_population", "--format", "json",
      ],
      in: folder
    )
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("\"weighted_n\": 60"), outcome.summary)
  }

  @Test func `a file is only replaced when asked`() throws {
    let arguments = ["draw", "khung.csv", "--size", "3", "--seed", "1", "-o", "m.csv"]
    try folder.write("m.csv", "quan trọng")
    try refusal(arguments, "m.csv", "--force")
    #expect(try folder.read("m.csv") == "quan trọng")
    let forced = try run(arguments + ["--force"])
    #expect(forced.ended(0), forced.summary)
    #expect(try rows("m.csv").count == 4)
  }

  @Test func `the next interviews go to undecided groups`() throws {
    try folder.write(
      "nhom.csv",
      "xa,ty_le,so\nA,\"95,5%\",300\nB,0.84,90\nC,50,90\nD,80%,90\n"
    )
    let arguments = [
      "next", "nhom.csv", "--size", "100", "--target", "80%", "--group", "xa", "--rate", "ty_le",
      "--respondents", "so",
    ]
    let groups = try json(arguments)["groups"] as? [[String: Any]] ?? []
    #expect(groups.compactMap { $0["decided"] as? Bool } == [true, false, true, false])
    let numbers = groups.compactMap { $0["n"] as? Int }
    #expect(numbers.reduce(0, +) == 100 && numbers[0] == 0 && numbers[2] == 0)
    #expect(try run(arguments).output.contains("2 trong 4 nhóm chưa đủ căn cứ"))
  }

  @Test func `lists that cannot be drawn from are refused with a place`() throws {
    func draw(_ text: String, _ extra: [String], _ words: String) throws {
      try folder.write("x.csv", text)
      try refusal(["draw", "x.csv", "--size", "1", "--seed", "1"] + extra, "x.csv", words)
    }
    let pps = ["--method", "pps", "--pps", "ho"]
    try draw("ma,ho\n", [], "không có dòng nào")
    try draw("ma,ho\n1,5\n2,\n", pps, "dòng 3: ô trống")
    try draw("ma,ho\n1,5\n2,-3\n", pps, "dòng 3 phải là số lớn hơn 0")
    try draw("ma,ho\n1,5\n2,0\n", pps, "dòng 3 phải là số lớn hơn 0")
    try draw("ma,ho\n1,5\n2,x\n", pps, "'x' không phải là số")
    try draw("ma,ho\n1,5\n2,1.250\n", pps, "'1.250' có thể là hàng nghìn")
    try draw("ma,ho\n1,5\n1,6\n", ["--id", "ma"], "dòng 2 và dòng 3")
    try draw("ma,ho\n1,5\n,6\n", ["--id", "ma"], "ô trống")
    try draw("ma,sample_weight\n1,5\n", [], "sample_weight")
    try draw("ma,ho\n1,5\n", ["--strata", "xa"], "không có cột 'xa'")
    try draw("ma,xa\n1,A\n2,\n", ["--strata", "xa"], "dòng 3: ô trống")
    try refusal(["draw", "khung.csv", "--size", "61"], "chỉ có 60")
    try refusal(["draw", "khung.csv", "--size", "0"], "từ 1 trở lên")
    try refusal(["draw", "khong-co.csv", "--size", "1"], "khong-co.csv", "không tồn tại")
    try folder.write("trung.csv", "ma\n1\n1\n2\n")
    let repeated = try run(["draw", "trung.csv", "--size", "1", "--seed", "1"])
    #expect(repeated.ended(0) && repeated.errors.contains("1 dòng của danh sách trùng"))
  }

  @Test func `plans that make no sense are refused`() throws {
    try refusal(["decide", "--target", "80%", "--truth", "80%"], "hai tỷ lệ đều là")
    try refusal(["size", "--margin", "0"], "phải lớn hơn 0")
    try refusal(["size", "--margin", "-3"], "sai số -3% phải lớn hơn 0% và nhỏ hơn 100%")
    try refusal(["size", "--margin", "3", "--confidence", "100"], "độ tin cậy 100%")
    try refusal(
      ["decide", "--target", "80", "--truth", "85", "--error", "60%"],
      "xác suất sai 60% phải lớn hơn 0% và nhỏ hơn 50%"
    )
    try refusal(["size", "--margin", "3", "--deff", "0"], "hệ số thiết kế")
    try refusal(["size", "--margin", "3", "--response-rate", "120%"], "tỷ lệ trả lời")
    try refusal(["lqas", "--upper", "50%", "--lower", "80%"], "ngưỡng trên")
    try refusal(["decide", "--target", "80%", "--truth", "80.001%"], "cần hơn")
    for arguments in [
      ["size"], ["size", "--margin", "x"], ["size", "--margin", "3", "--rule", "guess"],
      ["size", "--margin", "3", "--population", "1.5"], ["size", "--margin", "nan"],
      ["size", "--margin", "3", "--icc", "0.1"], ["decide", "--target", "80%"],
      ["size", "--margin", "3", "--format", "xml"], ["frob"],
      ["draw", "khung.csv", "--size", "x"], ["draw", "khung.csv"],
      ["draw", "khung.csv", "--size", "3", "--method", "pps"],
      ["draw", "khung.csv", "--size", "3", "--strata", "xa", "--allocation", "guess"],
      ["draw", "khung.csv", "--size", "3", "--seed", "-1"],
    ] {
      try refusal(arguments, status: 64)
    }
  }

  @Test func `a command that means nothing says what it lacks and where help is`() throws {
    func usage(_ arguments: [String], _ words: String...) throws {
      let outcome = try run(arguments)
      #expect(outcome.ended(64), outcome.summary)
      for word in words { #expect(outcome.errors.contains(word), outcome.summary) }
    }
    try usage(["size", "--margin", "x"], "3% | 3", "Xem cách dùng: thuocdo sample size --help")
    try usage(["decide", "--target", "80"], "--target cần có thêm: --truth 85% | --size 400")
    try usage(["size", "--margin", "3", "--icc", "0,1"], "--icc cần có thêm: --cluster-size 10")
    try usage(
      ["size", "--margin", "3", "--cluster-size", "9"],
      "--cluster-size cần có thêm: --icc"
    )
    try usage(
      ["size", "--margin", "3", "--cluster-size", "9", "--icc", "0,1", "--deff", "2"],
      "không dùng --deff cùng với --icc"
    )
    try usage(
      ["draw", "khung.csv", "--size", "3", "--pps", "ho"],
      "--pps cần có thêm: --method pps"
    )
    try usage(["draw", "khung.csv"], "--size 400")
    try usage(
      ["allocate", "xa.csv", "--size", "9", "--strata", "xa", "--method", "neyman"],
      "--method neyman cần có thêm: --sd"
    )
  }
}
