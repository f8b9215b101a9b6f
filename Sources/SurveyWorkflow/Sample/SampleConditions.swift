import SurveyModel
import SurveyReport
import SurveyStatistics

/// What was typed about the conditions of a survey.
package struct SampleConditions: Sendable {
  package var population: String?
  package var designEffect: String?
  package var clusterSize: String?
  package var intraclassCorrelation: String?
  package var responseRate: String?

  /// Nothing said.
  package init() {}

  /// The number of interviews in a cluster.
  func interviewsPerCluster() throws(UsageProblem) -> Double? {
    guard let clusterSize else { return nil }
    return try UsageProblem.number(clusterSize, "--cluster-size")
  }

  /// What was meant; clusters and their correlation make a design effect.
  ///
  /// Where the number of clusters bears on nothing else, their size needs a correlation.
  func conditions(countsClusters: Bool = false) throws -> SurveyConditions {
    if intraclassCorrelation != nil, designEffect != nil {
      throw UsageProblem.excludes("--deff", "--icc")
    }
    if intraclassCorrelation != nil, clusterSize == nil {
      throw UsageProblem.needs(option: "--icc", others: "--cluster-size 10")
    }
    if clusterSize != nil, intraclassCorrelation == nil, !countsClusters {
      throw UsageProblem.needs(option: "--cluster-size", others: "--icc 0.05")
    }
    var conditions = SurveyConditions()
    if let population {
      conditions.population = Double(try UsageProblem.whole(population, "--population"))
    }
    if let designEffect {
      conditions.designEffect = try UsageProblem.number(designEffect, "--deff")
    }
    if let responseRate {
      // 1 is everybody here: nobody plans for an answer in a hundred.
      conditions.responseRate =
        responseRate == "1" ? 1 : try UsageProblem.share(responseRate, "--response-rate")
    }
    if let intraclassCorrelation, let size = try interviewsPerCluster() {
      let correlation = try UsageProblem.number(intraclassCorrelation, "--icc")
      conditions.designEffect = try planning { () throws(PlanningError) in
        try SurveyConditions.designEffect(
          clusterSize: size,
          intraclassCorrelation: correlation
        )
      }
    }
    return conditions
  }
}

/// Sentences about a number of interviews.
struct SampleSentences {
  let language: InterfaceLanguage
  let conditions: SurveyConditions
  var clusterSize: Double?

  var numbers: DecimalText { DecimalText(language: language) }

  /// A number without trailing zeros.
  func short(_ value: Double, decimals: Int = 2) -> String {
    let text = numbers.number(value, decimals: decimals)
    let mark: Character = language == .vietnamese ? "," : "."
    guard text.contains(mark) else { return text }
    let kept = text.reversed().drop { $0 == "0" }
    return String((kept.first == mark ? kept.dropFirst() : kept).reversed())
  }

  /// "tổng thể 1.200 người; hệ số thiết kế 1,5".
  var given: String {
    var parts: [String] = []
    if let population = conditions.population {
      let count = numbers.count(Int(min(population, 1e15)))
      parts.append(language.choose("tổng thể \(count) người", "a population of \(count)"))
    } else {
      parts.append(language.choose("tổng thể rất lớn", "a large population"))
    }
    if conditions.designEffect != 1 {
      let effect = short(conditions.designEffect, decimals: 3)
      parts.append(language.choose("hệ số thiết kế \(effect)", "a design effect of \(effect)"))
    }
    if let clusterSize {
      let size = short(clusterSize)
      parts.append(
        language.choose(
          "\(size) phiếu mỗi cụm, có tính số cụm",
          "\(size) interviews a cluster, allowing for few clusters"
        )
      )
    }
    return parts.joined(separator: "; ")
  }

  /// How many to invite, nil when everybody is thought to answer.
  func invitation(_ size: SampleSize) -> String? {
    if let population = conditions.population, Double(size.interviews) >= population {
      return language.choose(
        "Con số này bằng cả tổng thể: hãy hỏi tất cả mọi người.",
        "That is the whole population: please ask everybody."
      )
    }
    guard conditions.responseRate < 1 else { return nil }
    let rate = numbers.shortPercent(conditions.responseRate)
    let count = numbers.count(size.invitations)
    var sentence = language.choose(
      "Nếu \(rate) số người được mời trả lời, cần mời \(count) người.",
      "If \(rate) of those invited answer, \(count) people must be invited."
    )
    if Double(size.interviews) > Double(size.invitations) * conditions.responseRate + 1e-9 {
      sentence += language.choose(
        " Mời cả tổng thể cũng chưa đủ số phiếu.",
        " Even inviting everybody will not bring enough interviews."
      )
    }
    return sentence
  }

  func json(_ size: SampleSize) -> [(String, JSONValue)] {
    [
      ("interviews", .integer(size.interviews)), ("invitations", .integer(size.invitations)),
      ("exact", .number(size.exact)), ("simple", .number(size.simple)),
      ("population", conditions.population.map { .number($0) } ?? .null),
      ("deff", .number(conditions.designEffect)),
      ("response_rate", .number(conditions.responseRate)),
    ]
  }
}
