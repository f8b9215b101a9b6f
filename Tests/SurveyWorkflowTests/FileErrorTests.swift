import SurveyFormats
import SurveyStore
import SurveyWorkflow
import Tabular
import Testing

/// Which errors leave the other files of a command to be imported.
@Suite struct FileErrorTests {
  @Test func `an error of one file is told from one of the study or the disk`() {
    func isAbout(_ fault: TableFault) -> Bool {
      WorkflowError(fault, at: "a.csv").isAbout(file: "a.csv")
    }
    #expect(isAbout(.missingKey(["ma"])))
    #expect(isAbout(.tabular(.emptyFile)))
    #expect(isAbout(.tabular(.cannotWrite(path: "a.loi.csv", .permission))))
    #expect(!isAbout(.tabular(.cannotWrite(path: "a.loi.csv", .noSpace))))
    #expect(
      !WorkflowError(TableFault.missingKey(["ma"]), at: "map.yaml").isAbout(file: "a.csv")
    )
    for error: StudyError in [
      .diskFull(path: "s.thuocdo"), .busy(path: "s.thuocdo"), .importRunning(path: "s.thuocdo"),
    ] {
      #expect(!WorkflowError(error, at: "a.csv").isAbout(file: "a.csv"))
    }
  }
}
