import Foundation
import Testing

/// Tables that no figure can come from: one sentence with place and repair, never half a result.
@Suite struct HostileNumbersTests {
  /// A command, the files it reads, and what the sentence says in Vietnamese and English.
  struct Trouble: Sendable, CustomTestStringConvertible {
    let data: String
    let arguments: [String]
    var margin: String?
    var status: Int32 = 2
    let says: [String]
    let english: [String]

    var testDescription: String { "\(arguments) \(data.prefix(40).debugDescription)" }

    init(
      _ data: String,
      _ arguments: [String],
      margin: String? = nil,
      status: Int32 = 2,
      _ says: [String],
      _ english: [String]
    ) {
      self.data = data
      self.arguments = arguments
      self.margin = margin
      self.status = status
      self.says = says
      self.english = english
    }
  }

  private func expect(_ trouble: Trouble) throws {
    let folder = try Folder()
    try folder.write("so-lieu.csv", trouble.data)
    if let margin = trouble.margin { try folder.write("bien.csv", margin) }
    for (language, parts) in [("vi", trouble.says), ("en", trouble.english)] {
      let outcome = try Program.run(
        ["estimate", "so-lieu.csv"] + trouble.arguments,
        in: folder,
        language: language
      )
      #expect(outcome.ended(trouble.status), outcome.summary)
      #expect(outcome.output.isEmpty, outcome.summary)
      for part in parts { #expect(outcome.errors.contains(part), outcome.summary) }
      if trouble.status == 2 {
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == 1, outcome.summary)
        #expect(outcome.errors.hasPrefix(language == "vi" ? "lỗi: " : "error: "), outcome.summary)
      }
    }
  }

  // MARK: Weights

  @Test(arguments: ["nhiều", "NaN", "nan", "inf", "-inf", "1e400", "1e", "0x10", "1.000.000", "-"])
  func `a weight that is no number is named with its row`(cell: String) throws {
    try expect(
      Trouble(
        "y,w\n1,1\n2,1\n3,\(cell)\n",
        ["--mean", "y", "--weight", "w"],
        ["so-lieu.csv: dòng dữ liệu 3, cột 'w': '\(cell)' không phải là số; sửa ô này"],
        ["data row 3, column 'w': '\(cell)' is not a number; mend the cell"]
      )
    )
  }

  private static let weights: [Trouble] = [
    Trouble(
      "y,w\n1,1\n2,\n3,1\n",
      ["--mean", "y", "--weight", "w"],
      ["dòng dữ liệu 2: cột 'w' của thiết kế mẫu bị trống"],
      ["data row 2: column 'w' of the sample design is empty"]
    ),
    Trouble(
      "y,w\n1,1\n2,\"1,5\"\n",
      ["--mean", "y", "--weight", "w"],
      ["dòng dữ liệu 2, cột 'w'", "dấu thập phân phải là dấu chấm: 1.5"],
      ["write a decimal point: 1.5"]
    ),
    Trouble(
      "y,w\n1,1\n2,-3\n",
      ["--mean", "y", "--weight", "w"],
      ["cột 'w'", "dòng 2 phải là số không âm", "kiểm tra lại cột này"],
      ["column 'w'", "in row 2 must be a number of at least 0", "check the column"]
    ),
    Trouble(
      "y,w\n1,0\n2,0\n",
      ["--mean", "y", "--weight", "w"],
      ["cột 'w': mọi quyền số đều bằng 0"],
      ["column 'w': all weights are 0"]
    ),
    Trouble(
      "y,w\n1,1\n2,1e308\n",
      ["--mean", "y", "--weight", "w"],
      ["dòng dữ liệu 2, cột 'w': không tính được với số 1e+308"],
      ["data row 2, column 'w': 1e+308 is too large or too small to compute with"]
    ),
    Trouble(
      "y,p\n1,0.5\n2,1.5\n",
      ["--mean", "y", "--prob", "p"],
      ["cột 'p'", "dòng 2 phải lớn hơn 0 và không quá 1"],
      ["column 'p'", "in row 2 must be above 0 and at most 1"]
    ),
    Trouble(
      "y,w,p\n1,1,0.5\n2,1,0.5\n",
      ["--mean", "y", "--prob", "p", "--weight", "w"],
      ["không dùng đồng thời quyền số và xác suất chọn; hãy chọn một"],
      ["exclude each other; give one of them"]
    ),
  ]

  @Test(arguments: weights)
  func `weights that nothing can be weighted with`(trouble: Trouble) throws { try expect(trouble) }

  // MARK: Outcomes and columns

  private static let outcomes: [Trouble] = [
    Trouble(
      "y,g\n1,tốt\n2,xấu\n",
      ["--mean", "g"],
      ["dòng dữ liệu 1, cột 'g': 'tốt' không phải là số", "là không có câu trả lời"],
      ["data row 1, column 'g': 'tốt' is not a number", "declare 'tốt' as missing"]
    ),
    Trouble(
      "y,g\n1,5\n2,xấu\n",
      ["--proportion", "g>=3"],
      ["dòng dữ liệu 2, cột 'g': 'xấu' không phải là số"],
      ["data row 2, column 'g'"]
    ),
    Trouble(
      "y\n1e308\n1e308\n-1e308\n",
      ["--total", "y"],
      ["dòng dữ liệu 1, cột 'y': không tính được với số 1e+308"],
      ["data row 1, column 'y': 1e+308"]
    ),
    Trouble(
      "hai_long,g\n1,a\n2,b\n",
      ["--proportion", "hai_lomg=1"],
      ["không có cột 'hai_lomg'; có phải 'hai_long'?"],
      ["there is no column 'hai_lomg'; did you mean 'hai_long'?"]
    ),
    Trouble(
      "hai_long,g\n1,a\n2,b\n",
      ["--mean", "hai_long", "--by", "hai_long*khu_vuc"],
      ["không có cột 'khu_vuc'; xem lại tên cột ở dòng tiêu đề"],
      ["there is no column 'khu_vuc'; see the header of the file"]
    ),
    Trouble(
      "y,y,w\n1,2,3\n1,2,3\n",
      ["--mean", "y"],
      ["nhiều cột cùng tên 'y'; đổi tên"],
      ["several columns 'y'; rename them"]
    ),
    Trouble(
      "y\n",
      ["--mean", "y"],
      ["không có dòng dữ liệu nào"],
      ["no data rows"]
    ),
    Trouble("y\n1\n", [], ["chưa yêu cầu ước lượng nào"], ["nothing was asked for"]),
  ]

  @Test(arguments: outcomes)
  func `outcomes and columns that cannot be meant`(trouble: Trouble) throws {
    try expect(trouble)
  }

  // MARK: Designs

  private static let designs: [Trouble] = [
    Trouble(
      "y,st,n\n1,a,2\n2,a,2\n3,a,2\n4,b,9\n5,b,9\n",
      ["--mean", "y", "--strata", "st", "--fpc", "n"],
      ["cột 'n': tổng thể", "dòng 1, nhỏ hơn số đơn vị mẫu 3", "kiểm tra lại cột này"],
      ["column 'n': population of", "smaller than the sample of 3", "check the column"]
    ),
    Trouble(
      "y,st,psu\n1,xã A,1\n2,xã A,2\n3,xã B,3\n4,xã B,3\n",
      ["--mean", "y", "--strata", "st", "--cluster", "psu"],
      ["cột 'st': tầng 'xã B' chỉ có một đơn vị mẫu", "dòng dữ liệu 3", "--lonely-psu"],
      ["column 'st': stratum 'xã B' has only one sampled unit", "--lonely-psu"]
    ),
    Trouble(
      "y,psu\n1,1\n2,1\n",
      ["--mean", "y", "--cluster", "psu"],
      ["chỉ có một đơn vị mẫu (dòng dữ liệu 1)", "--lonely-psu"],
      ["only one sampled unit (data row 1)", "--lonely-psu"]
    ),
    Trouble(
      "y,st,psu\n1,a,1\n2,a,2\n3,b,1\n4,b,3\n",
      ["--mean", "y", "--strata", "st", "--cluster", "psu"],
      ["cột 'psu': cụm '1' của giai đoạn 1 nằm trong hai tầng", "--nest"],
      ["column 'psu': cluster '1' of stage 1 is in two strata", "--nest"]
    ),
    Trouble(
      "y,w,rep1,rep2\n1,1,1,2\n2,1,2,-1\n",
      ["--mean", "y", "--weight", "w", "--replicates", "rep*", "--replicate-type", "bootstrap"],
      ["cột 'rep2'", "ở dòng 2 phải là số không âm"],
      ["column 'rep2'", "in row 2 must be a number of at least 0"]
    ),
    Trouble(
      "y,w,rep1,rep2\n1,1,1,2\n2,1,2,1\n",
      ["--mean", "y", "--weight", "w", "--replicates", "boot*", "--replicate-type", "bootstrap"],
      ["không có cột nào khớp 'boot*'"],
      ["no column matches 'boot*'"]
    ),
    Trouble(
      "y,w,rep1,rep2\n1,1,1,2\n2,1,2,1\n",
      [
        "--mean", "y", "--weight", "w", "--replicates", "rep*", "--replicate-type", "JK1",
        "--strata", "y",
      ],
      ["bỏ một trong hai"],
      ["leave one out"]
    ),
  ]

  @Test(arguments: designs)
  func `designs that cannot be`(trouble: Trouble) throws { try expect(trouble) }

  @Test func `a stratum without answers is nobody's, and the rest stands`() throws {
    let folder = try Folder()
    try folder.write("y.csv", "y,st,psu\n1,a,1\n2,a,2\n,b,3\n,b,4\n")
    let outcome = try Program.run(
      [
        "estimate", "y.csv", "--mean", "y", "--proportion", "y=1", "--total", "y", "--by", "st",
        "--strata", "st", "--cluster", "psu", "--format", "json", "--quantile", "y@0.5",
      ],
      in: folder
    )
    #expect(outcome.ended(0), outcome.summary)
    let figures = try Figure.all(in: outcome.outputBytes)
    #expect(figures.count == 12)
    for figure in figures {
      let isEmpty = figure.domain == ["st": "b"]
      #expect((figure.estimate == nil) == isEmpty)
      #expect(figure.n == (isEmpty ? 0 : 2))
    }
  }

  // MARK: Margins

  private static let people = "y,g,h\n1,nam,1\n2,nu,1\n3,nam,2\n4,nu,2\n"

  private static func margin(
    _ text: String?,
    _ options: [String],
    _ says: String,
    _ english: String
  ) -> Trouble {
    Trouble(people, ["--mean", "y"] + options, margin: text, [says], [english])
  }

  private static func margin(_ text: String?, _ says: String, _ english: String) -> Trouble {
    margin(text, ["--rake", "g=bien.csv"], says, english)
  }

  private static let margins: [Trouble] = [
    margin(
      "g,n\nnam,10\nnu,20\nkhác,5\n",
      "so-lieu.csv: cột 'g': tổng thể có nhóm 'khác' nhưng mẫu không có ai",
      "the population has a group 'khác', the sample has nobody of it"
    ),
    margin(
      "g,n\nnam,10\n",
      ["--poststratify", "g=bien.csv"],
      "dòng dữ liệu 2, cột 'g': không có quy mô tổng thể của nhóm 'nu'",
      "data row 2, column 'g': the population size of group 'nu' is not given"
    ),
    margin(
      "g,n\nnam,10\nnu,0\n",
      ["--calibrate", "g=bien.csv"],
      "nhóm 'nu' của cột 'g', quy mô tổng thể lại là 0; sửa quy mô",
      "group 'nu' of column 'g', whose population size is 0; mend the size"
    ),
    margin(
      "g,n\nnam,10\nnu,-20\n",
      "bien.csv: dòng dữ liệu 2: '-20' không phải là số người; ghi một số từ 0 trở lên",
      "bien.csv: data row 2: '-20' is not a size; give a number of at least 0"
    ),
    margin("g,n\nnam,10\nnu,nhiều\n", "dòng dữ liệu 2: 'nhiều'", "data row 2: 'nhiều'"),
    margin("g,n\nnam,1e300\nnu,1\n", "dòng dữ liệu 1: '1e300'", "data row 1: '1e300'"),
    margin(
      "g,n\nnam,10\nnam,20\n",
      "dòng dữ liệu 2: nhóm 'nam' đã có ở trên",
      "data row 2: group 'nam' is given above already"
    ),
    margin(
      "g,n,m\nnam,10,1\nnu,20,1\n",
      "bien.csv: tệp quy mô tổng thể cần đúng hai cột",
      "bien.csv: a file of population sizes needs two columns"
    ),
    margin("g,n\n", "chỉ có dòng tiêu đề", "has only a header"),
    margin(nil, "bien.csv", "the path does not exist"),
    margin(nil, ["--rake", "g=."], "đây là thư mục", "it is a folder"),
    margin(
      "g,n\n1,10\n2,20\n",
      ["--rake", "h=bien.csv", "--rake", "g=."],
      "đây là thư mục",
      "it is a folder"
    ),
    margin(
      nil,
      ["--calibrate", "y=100", "--calibrate", "y=100"],
      "cột 'y' suy ra được từ các cột trước; hãy bỏ ra",
      "column 'y' follows from the columns before it; leave it out"
    ),
  ]

  @Test(arguments: margins)
  func `margins that the sample cannot meet`(trouble: Trouble) throws { try expect(trouble) }

  @Test func `margins of different totals are named by their columns`() throws {
    let folder = try Folder()
    try folder.write("d.csv", Self.people)
    try folder.write("g.csv", "g,n\nnam,10\nnu,20\n")
    try folder.write("h.csv", "h,n\n1,10\n2,21\n")
    let outcome = try Program.run(
      ["estimate", "d.csv", "--mean", "y", "--rake", "g=g.csv", "--rake", "h=h.csv"],
      in: folder
    )
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.output.isEmpty)
    for part in ["cột 'h'", "31", "cột 'g'", "30", "mọi biên phải có cùng tổng"] {
      #expect(outcome.errors.contains(part), outcome.summary)
    }
  }

  // MARK: Arguments

  private static let mistypes: [Trouble] = [
    (["--level=0"], "--level '0.0' chưa đúng; cần một số lớn hơn 0 và nhỏ hơn 1", "above 0"),
    (["--level=1"], "--level '1.0'", "--level '1.0'"),
    (["--level=-1"], "--level '-1.0'", "--level '-1.0'"),
    (["--level=NaN"], "--level 'nan'", "--level 'nan'"),
    (["--quantile", "y@1.5"], "--quantile 'y@1.5' chưa đúng; viết dạng V@P", "write it as V@P"),
    (["--by", ""], "--by '' chưa đúng; viết dạng G | G*H", "--by '' is not right"),
    (["--by", "y*"], "--by 'y*'", "--by 'y*'"), (["--by", "y*y"], "--by 'y*y'", "--by 'y*y'"),
    (["--quantile", "y@0"], "--quantile 'y@0'", "--quantile 'y@0'"),
    (["--quantile", "y"], "--quantile 'y'", "--quantile 'y'"),
    (["--rake", "g"], "--rake 'g' chưa đúng", "--rake 'g' is not right"),
    (["--rho", "0.5"], "--rho cần có thêm: --replicates", "also needs: --replicates"),
    (
      ["--replicates", "r*", "--replicate-type", "JK9", "--weight", "w"],
      "--replicate-type không nhận 'JK9'; chọn: JK1", "--replicate-type does not take 'JK9'"
    ),
    (
      ["--replicates", "r*", "--weight", "w"], "cần có thêm: --replicate-type",
      "also needs: --replicate-type"
    ),
    (
      ["--replicates", "r*", "--replicate-type", "BRR"], "cần có thêm: --weight",
      "also needs: --weight"
    ),
    (
      ["--replicates", "r*", "--replicate-type", "Fay", "--weight", "w"], "cần có thêm: --rho",
      "also needs: --rho"
    ),
    (
      ["--replicates", "r*", "--replicate-type", "JK1", "--weight", "w", "--rscales", "1,x"],
      "--rscales '1,x'", "--rscales '1,x'"
    ),
    (["--calibrate-distance", "raking"], "cần có thêm: --calibrate", "also needs: --calibrate"),
    (
      ["--calibrate", "y=9", "--calibrate-distance", "logit:2"],
      "--calibrate-distance 'logit:2' chưa đúng", "'logit:2' is not right"
    ),
  ].map { arguments, says, english in
    Trouble("y\n1\n2\n", ["--mean", "y"] + arguments, status: 64, [says], [english])
  }

  @Test(arguments: mistypes)
  func `arguments that mean nothing`(trouble: Trouble) throws { try expect(trouble) }

  // MARK: Size

  @Test func `a breakdown by a serial number ends in a sentence`() throws {
    let folder = try Folder()
    let rows = 1_048_577
    var bytes = Array("y,id\n".utf8)
    bytes.reserveCapacity(rows * 11)
    for row in 0..<rows {
      bytes += [0x31, 0x2C]
      bytes += Array(String(row).utf8)
      bytes.append(0x0A)
    }
    try folder.write("so.csv", bytes)
    let outcome = try Program.run(["estimate", "so.csv", "--mean", "y", "--by", "id"], in: folder)
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("chia theo 'id' thành 1048577 nhóm là quá nhiều"))
  }
}
