extension TabularError {
  var englishText: String {
    switch self {
    case .cannotOpen(let path, let problem):
      "cannot open file '\(path)': \(problem.englishReason); \(problem.englishRepair)"
    case .emptyFile:
      "the file has no line of data; check the exported file"
    case .readFailure(let offset, let problem):
      "reading stopped at byte \(offset): \(problem.englishReason); "
        + "copy the file to this computer and read it again"
    case .cannotWrite(let path, let problem):
      "cannot write file '\(path)': \(problem.englishReason); \(problem.englishWriteRepair)"
    case .notATextTable(let format):
      "the file is \(format.englishName), not a CSV text table; \(format.englishRepair)"
    case .undecodable(let line, let offset, let fault):
      "line \(line): byte \(offset) \(fault.englishRule); "
        + fault.englishRepair
    case .encodingUnclear(let first, let second):
      "the text may be in \(first.encoding) ('\(first.word)') or in \(second.encoding) "
        + "('\(second.word)'); choose with --encoding \(first.encoding.name) or --encoding "
        + second.encoding.name
    case .delimiterNotFound:
      "no column delimiter was found in the first lines; "
        + "use commas, semicolons or tabs, or write 'sep=;' in the first line"
    case .unterminatedQuote(let line):
      "line \(line): the quote opened on line \(line) is not closed; "
        + "add the closing quote, and write a quote inside a cell as two quotes"
    case .textAfterQuote(let line, let openedAt):
      "line \(line): a closing quote (opened on line \(openedAt)) must be followed by a delimiter "
        + "or the end of the line; write a quote inside a cell as two quotes"
    case .raggedRecord(let line, let expected, let found):
      "line \(line): the record has \(found) cells but the header has \(expected) columns; "
        + "add or remove delimiters, or put a cell that has a delimiter in quotes"
    case .recordTooLong(let line, let limit):
      "line \(line): a record is longer than \(limit) bytes; "
        + "check the line ends and whether the file is a text table"
    case .workbook(let fault): fault.englishText
    }
  }
}

extension FileProblem {
  fileprivate var englishReason: String {
    switch self {
    case .missing: "the path does not exist"
    case .directory: "it is a folder"
    case .permission: "permission denied"
    case .noSpace: "the disk is full"
    case .other(let number): "system error \(number)"
    }
  }

  fileprivate var englishRepair: String {
    switch self {
    case .missing: "check the names of the file and its folder"
    case .directory: "name a file in that folder"
    case .permission: "allow reading of the file"
    case .noSpace, .other: "copy the file to this computer and try again"
    }
  }

  fileprivate var englishWriteRepair: String {
    switch self {
    case .missing: "make the folder of the file first"
    case .directory: "choose another file name"
    case .permission: "choose a folder that you may write to"
    case .noSpace: "free some space or write to another disk"
    case .other: "try another folder"
    }
  }
}
