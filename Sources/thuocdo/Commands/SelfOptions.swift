import ArgumentParser
import SurveyModel
import SurveyTerminal
import SurveyWorkflow

/// A terminal for respondents.
struct SelfOptions: ParsableArguments {
  @Flag(
    name: .customLong("self"),
    help: help(
      "Người dân tự trả lời: mỗi màn hình một câu, phiếu bỏ dở bị xóa.",
      "Respondents answer by themselves: one question a screen, unfinished forms are dropped."
    )
  )
  var isSelf = false

  @Option(
    help: help(
      "Mã nhân viên để lấy lại máy; nếu không ghi thì lấy THUOCDO_STAFF_CODE.",
      "What staff types to get the terminal back; else THUOCDO_STAFF_CODE."
    )
  )
  var staffCode: String?

  @Option(
    help: help(
      "Sau bao nhiêu giây không bấm phím thì bỏ phiếu dở.",
      "After so many seconds without a key the form is dropped."
    )
  )
  var idle: Int?

  /// How the terminal is given to respondents.
  var settings: SelfResponse {
    get throws {
      // As a line is read; `*` begins an entry of its own.
      let code = (staffCode ?? Environment.staffCode ?? "").composed.trimmed
      guard !code.isEmpty, !code.hasPrefix("*") else {
        throw UsageProblem.needs(option: "--self", others: "--staff-code 4711")
      }
      let seconds = idle ?? 90
      guard (5...3600).contains(seconds) else {
        throw UsageProblem.malformed(option: "--idle", text: "\(seconds)", shape: "90 (5–3600)")
      }
      return SelfResponse(
        staffCode: code,
        idleMilliseconds: seconds * 1000,
        canClear: Environment.canClear
      )
    }
  }

  /// Refuses options that mean nothing together.
  func check(
    entry: Bool,
    verify: Bool,
    goal: Int?,
    plain: Bool
  ) throws(UsageProblem) {
    if isSelf {
      // Plain lines leave the keys that end a program to the system.
      if plain { throw .excludes("--self", "--plain") }
      if entry { throw .excludes("--self", "--entry") }
      if verify { throw .excludes("--self", "--verify") }
      if goal != nil { throw .excludes("--self", "--goal") }
    } else if staffCode != nil {
      throw .needs(option: "--staff-code", others: "--self")
    } else if idle != nil {
      throw .needs(option: "--idle", others: "--self")
    }
  }
}
