import SurveyModel
import SurveyReport
import SurveyStatistics

/// What was typed after `sample next`.
package struct SampleNextArguments: Sendable {
  package var groups = ""
  package var size = ""
  package var target = ""
  package var error = "5%"
  package var group = ""
  package var rate = ""
  package var respondents = ""
  package var designEffect: String?
  package var room: String?

  /// Nothing typed.
  package init() {}
}

extension Workflow {
  /// Divides further interviews among the groups where they decide most.
  package func sampleNext(_ arguments: SampleNextArguments) throws -> SampleAnswer {
    let total = try UsageProblem.whole(arguments.size, "--size")
    let target = try UsageProblem.share(arguments.target, "--target")
    let alpha = try UsageProblem.share(arguments.error, "--error")
    return try attempt(arguments.groups) {
      let frame = try SampleFrame(path: arguments.groups)
      let names = try frame.distinct(arguments.group)
      let rates = try frame.shares(arguments.rate)
      let counts = try frame.wholes(arguments.respondents)
      let effects = try arguments.designEffect.map { try frame.numbers($0) }
      let rooms = try arguments.room.map { try frame.wholes($0) }
      let groups = names.indices.map { index in
        WaveGroup(
          rate: rates[index],
          respondents: counts[index],
          designEffect: effects?[index] ?? 1,
          room: rooms?[index]
        )
      }
      let wave = try planning(names: names) { () throws(PlanningError) in
        try NextWave(of: total, among: groups, target: target, alpha: alpha)
      }
      return answer(names, groups, wave, target: target, total: total, column: arguments.group)
    }
  }

  private func answer(
    _ names: [String],
    _ groups: [WaveGroup],
    _ wave: NextWave,
    target: Double,
    total: Int,
    column: String
  ) -> SampleAnswer {
    let numbers = DecimalText(language: language)
    let given = wave.interviews.reduce(0, +)
    let goal = numbers.shortPercent(target)
    let open = wave.isDecided.count { !$0 }
    var blocks: [Report.Block] = [
      .paragraph(
        language.choose(
          "\(numbers.count(open)) trong \(numbers.count(names.count)) nhóm chưa đủ căn cứ so với chỉ tiêu \(goal); chia \(numbers.count(given)) phiếu mới như sau.",
          "\(numbers.count(open)) of \(numbers.count(names.count)) groups are undecided about the target of \(goal); \(numbers.count(given)) further interviews are divided like this."
        )
      )
    ]
    if given < total {
      blocks.append(
        .paragraph(
          language.choose(
            "Còn \(numbers.count(total - given)) phiếu chưa dùng: các nhóm còn lại đã rõ hoặc đã hết người để hỏi.",
            "\(numbers.count(total - given)) interviews are not used: the other groups are decided, or nobody is left to be asked."
          )
        )
      )
    }
    let rows = names.indices.map { index in
      Table.Row([
        .text(names[index]), .share(groups[index].rate), .count(groups[index].respondents),
        .count(wave.interviews[index]), .share(wave.chances[index]),
      ])
    }
    blocks.append(
      .table(
        Table(
          caption: language.choose("Số phiếu hỏi thêm", "Further interviews by group"),
          columns: [
            .init(column), .init(language.choose("Tỷ lệ", "Rate"), .trailing),
            .init(language.choose("Đã hỏi", "So far"), .trailing),
            .init(language.choose("Hỏi thêm", "Further"), .trailing),
            .init(language.choose("Khả năng kết luận", "Chance of a verdict"), .trailing),
          ],
          rows: rows
        )
      )
    )
    blocks.append(
      .note(
        language.choose(
          "Phiếu được dồn vào nơi mỗi phiếu tăng khả năng kết luận nhiều nhất; nhóm đã rõ không cần thêm. Xác suất là gần đúng.",
          "Interviews go where each adds most to the chance of a verdict; decided groups need none. Chances are approximate."
        )
      )
    )
    return SampleAnswer(
      language,
      title: language.choose("Phân bổ đợt hỏi tiếp theo", "The next interviews"),
      blocks,
      json: [
        ("target", .number(target)), ("size", .integer(total)), ("given", .integer(given)),
        (
          "groups",
          .array(
            names.indices.map { index in
              .object([
                ("group", .string(names[index])), ("n", .integer(wave.interviews[index])),
                ("decided", .bool(wave.isDecided[index])),
                ("chance", .number(wave.chances[index])),
              ])
            }
          )
        ),
      ],
      csv: [[column, "n"]]
        + names.indices.map { [names[$0], String(wave.interviews[$0])] }
    )
  }
}
