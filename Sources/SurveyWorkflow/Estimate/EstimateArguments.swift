import SurveyAnalysis
package import SurveyModel
import SurveyReport
import SurveyStatistics

/// What an analyst typed after `estimate`, before it is understood.
package struct EstimateArguments: Sendable {
  package var means: [String] = []
  package var totals: [String] = []
  package var proportions: [String] = []
  package var ratios: [String] = []
  package var quantiles: [String] = []
  package var indicators: [String] = []
  package var breakdowns: [String] = []
  package var weight: String?
  package var probability: String?
  package var strata: [String] = []
  package var clusters: [String] = []
  package var fpc: [String] = []
  package var nest = false
  package var lonelyPSU = "fail"
  package var lonelyInDomains = false
  package var ignoresDesign = false
  package var replicates: String?
  package var replicateType: String?
  package var replicateFactors = false
  package var fayRho: Double?
  package var scale: Double?
  package var rscales: String?
  package var mse = false
  package var poststratify: [String] = []
  package var rake: [String] = []
  package var calibrate: [String] = []
  package var calibrationDistance: String?
  package var missing: [String] = []
  package var intervals: [String] = []
  package var level = 0.95
  package var format = "text"

  /// Nothing asked yet.
  package init() {}

  /// What was meant.
  func request() throws(UsageProblem) -> EstimateRequest {
    var request = EstimateRequest()
    request.statistics = means.map { .mean($0) } + totals.map { .total($0) }
    for text in proportions {
      guard let condition = EstimateRequest.Condition(text) else {
        throw .malformed(option: "--proportion", text: text, shape: "V=1,2 | V>=1")
      }
      request.statistics.append(.proportion(condition))
    }
    for text in ratios {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw .malformed(option: "--ratio", text: text, shape: "A/B")
      }
      request.statistics.append(.ratio(parts[0], parts[1]))
    }
    for text in quantiles {
      guard let mark = text.lastIndex(of: "@"), mark > text.startIndex,
        let share = NumberText.parse(String(text[text.index(after: mark)...])), share > 0, share < 1
      else { throw .malformed(option: "--quantile", text: text, shape: "V@P, 0 < P < 1") }
      request.statistics.append(.quantile(String(text[..<mark]), share))
    }
    request.design.weight = weight
    request.design.replicates = try replicateColumns()
    request.design.probability = probability
    request.design.strata = strata
    request.design.clusters = clusters
    request.design.fpc = fpc
    request.design.nest = nest
    request.design.lonelyPSU = try UsageProblem.parse(lonelyPSU, "--lonely-psu")
    request.design.lonelyInDomains = lonelyInDomains
    for text in breakdowns {
      let names = text.split(separator: "*", omittingEmptySubsequences: false).map { String($0) }
      guard !names.contains(""), Set(names).count == names.count else {
        throw .malformed(option: "--by", text: text, shape: "G | G*H")
      }
      request.breakdowns.append(names)
    }
    request.missing = Set(missing)
    if !intervals.isEmpty {
      request.intervals = []
      for name in intervals {
        request.intervals.append(
          try UsageProblem.parse(name == "logit" ? "xlogit" : name, "--ci")
        )
      }
    }
    guard level > 0, level < 1 else {
      throw .outside(option: "--level", text: "\(level)", example: "0.95")
    }
    request.level = level
    return request
  }

  func outputFormat() throws(UsageProblem) -> EstimateOutput.Format {
    try UsageProblem.parse(format, "--format")
  }
}

/// A value on the command line that means nothing.
package enum UsageProblem: Error, Hashable, Sendable {
  case notAmong(option: String, text: String, known: [String])
  case malformed(option: String, text: String, shape: String)
  /// An option means nothing without others.
  case needs(option: String, others: String)
  /// Two options say the same in two ways.
  case excludes(String, String)
  /// A number that is not above 0 and below 1.
  case outside(option: String, text: String, example: String)
  /// A format that no terminal shows.
  case onlyForFiles(format: String)
  /// The name of a file tells no format that can be written.
  case unknownEnding(file: String, known: [String])

  /// The value that `text` names.
  package static func parse<Value: RawRepresentable & CaseIterable>(
    _ text: String,
    _ option: String
  ) throws(UsageProblem) -> Value where Value.RawValue == String {
    if let value = Value(rawValue: text) { return value }
    throw .notAmong(option: option, text: text, known: Value.allCases.map(\.rawValue))
  }
}

extension UsageProblem: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.notAmong(let option, let text, let known), .vietnamese):
      "\(option) không nhận '\(text)'; chọn: \(known.joined(separator: ", "))"
    case (.notAmong(let option, let text, let known), .english):
      "\(option) does not take '\(text)'; choose: \(known.joined(separator: ", "))"
    case (.outside(let option, let text, let example), .vietnamese):
      "\(option) '\(text)' chưa đúng; cần một số lớn hơn 0 và nhỏ hơn 1, ví dụ \(example)"
    case (.outside(let option, let text, let example), .english):
      "\(option) '\(text)' is not right; it takes a number above 0 and below 1, such as \(example)"
    case (.malformed(let option, let text, let shape), .vietnamese):
      "\(option) '\(text)' chưa đúng; viết dạng \(shape)"
    case (.malformed(let option, let text, let shape), .english):
      "\(option) '\(text)' is not right; write it as \(shape)"
    case (.needs(let option, let others), .vietnamese):
      "\(option) cần có thêm: \(others)"
    case (.needs(let option, let others), .english):
      "\(option) also needs: \(others)"
    case (.excludes(let one, let other), .vietnamese):
      "không dùng \(one) cùng với \(other); hãy bỏ một trong hai"
    case (.excludes(let one, let other), .english):
      "\(one) and \(other) exclude each other; leave one of them out"
    case (.onlyForFiles(let format), .vietnamese):
      "--format \(format) không in ra màn hình được; ghi vào tệp, ví dụ -o bao-cao.\(format)"
    case (.onlyForFiles(let format), .english):
      "--format \(format) cannot be shown on a screen; write it to a file, such as -o report.\(format)"
    case (.unknownEnding(let file, let known), .vietnamese):
      "chưa ghi gì: đuôi của '\(file)' không cho biết định dạng; đặt đuôi \(known.joined(separator: ", ")), hoặc thêm --format. Cần PDF thì ghi .docx hoặc .html rồi mở ra và in thành PDF"
    case (.unknownEnding(let file, let known), .english):
      "nothing was written: the end of '\(file)' tells no format; end the name with \(known.joined(separator: ", ")), or add --format. For a PDF write .docx or .html, open it and print it to PDF"
    }
  }
}
