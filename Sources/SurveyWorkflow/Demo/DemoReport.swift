/// A report of the made-up year, as it is asked for and as it is typed.
struct DemoReport {
  /// The name of its files.
  let name: String
  /// What `report` is told besides the study and the file.
  let words: [String]
  /// The same for the workflow.
  let options: ReportOptions

  /// The reports on the year, on its last quarter, and on its halves by the units after the reform.
  ///
  /// `register` is the folder of the units.
  static func all(register: String) -> [DemoReport] {
    var year = ReportOptions()
    year.period = "2025"
    var quarter = ReportOptions()
    quarter.period = "2025-Q4"
    var halves = ReportOptions()
    halves.period = "2025-H2"
    halves.against = "2025-H1"
    halves.units = UnitCarry(question: "don_vi", folder: register)
    halves.groups = ["gioi_tinh", "nhom_tuoi"]
    return [
      DemoReport(name: "ca-nam", words: ["--period", "2025"], options: year),
      DemoReport(name: "quy-4", words: ["--period", "2025-Q4"], options: quarter),
      DemoReport(
        name: "theo-don-vi-moi",
        words: [
          "--period", "2025-H2", "--against", "2025-H1", "--carry", "don_vi", "--register",
          register, "--by", "gioi_tinh", "nhom_tuoi",
        ],
        options: halves
      ),
    ]
  }
}
