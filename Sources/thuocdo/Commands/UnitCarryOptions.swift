import ArgumentParser
import SurveyModel
import SurveyWorkflow

/// Whether and how interviews of former units are counted in new ones.
struct UnitCarryOptions: ParsableArguments {
  @Option(
    help: help(
      "Câu hỏi địa phương; kết quả được chia theo đơn vị của một ngày (--units-on).",
      "The question about the place; results are broken down by the units of one day (--units-on)."
    )
  )
  var carry: String?

  @Option(
    help: help(
      "Ngày của các đơn vị (ngày/tháng/năm); mặc định 01/07/2025.",
      "The day of the units; by default 1 July 2025."
    )
  )
  var unitsOn: String?

  @Option(
    help: help(
      "Thư mục danh mục đơn vị; mặc định Data/units đi kèm chương trình.",
      "The folder of the register of units; by default Data/units of the program."
    ),
    completion: .directory
  )
  var register: String?

  @Option(
    help: help(
      "Chỉ tìm địa phương trong và quanh đơn vị này, ví dụ “thị xã Vĩnh Châu”.",
      "Look places up only in and around this unit, such as “Vĩnh Châu”."
    )
  )
  var within: String?

  @Option(
    parsing: .upToNextOption,
    help: help(
      "Đơn vị cũ được tiếp tục như một địa bàn.",
      "Former units that go on as areas."
    )
  )
  var area: [String] = []

  @Option(
    help: help(
      "Kết quả trước sáp nhập của tỉnh: plain-mean, n-weighted, population-weighted hoặc none.",
      "Merged provinces before: plain-mean, n-weighted, population-weighted or none."
    )
  )
  var merger: String?

  @Option(
    parsing: .upToNextOption,
    help: help(
      "Dân số tỉnh cũ, dạng id=số, cho population-weighted.",
      "People of former provinces as id=number, for population-weighted."
    )
  )
  var population: [String] = []

  /// What was asked for; nothing without `--carry`.
  func request() throws -> UnitCarry? {
    guard let question = carry else {
      let others = [unitsOn, register, within, merger].contains { $0 != nil }
      if others || !area.isEmpty || !population.isEmpty {
        throw UsageProblem.needs(
          option: "--units-on, --register, --within, --area, --merger, --population",
          others: "--carry"
        )
      }
      return nil
    }
    var request = UnitCarry(question: question, folder: try UnitFolder.path(register))
    if let unitsOn { request.day = try UnitFolder.day(unitsOn, "--units-on") }
    request.within = within
    request.areas = area
    if let merger { request.merger = merger }
    for text in population {
      let parts = text.split(separator: "=")
      guard parts.count == 2, let people = Double(parts[1]), people > 0, people.isFinite else {
        throw UsageProblem.malformed(
          option: "--population",
          text: text,
          shape: "soc-trang=1200000"
        )
      }
      request.populations[String(parts[0])] = people
    }
    return request
  }
}
