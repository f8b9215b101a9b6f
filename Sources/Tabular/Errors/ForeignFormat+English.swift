extension ForeignFormat {
  var englishName: String {
    switch self {
    case .xlsx: "an Excel workbook (.xlsx)"
    case .protectedOffice: "an Office file with a password"
    case .xls: "an old Excel workbook (.xls)"
    case .word: "a Word document"
    case .presentation: "a PowerPoint presentation"
    case .openDocument: "an OpenDocument file (.ods, .odt)"
    case .richText: "a rich text document (.rtf)"
    case .zip: "a ZIP archive"
    case .html: "an HTML page"
    case .xml: "an XML document"
    case .json: "a JSON document"
    case .pdf: "a PDF document"
    case .image: "an image"
    case .archive: "an archive"
    case .spss: "an SPSS data file (.sav, .por)"
    case .stata: "a Stata data file (.dta)"
    case .sas: "a SAS data file (.sas7bdat)"
    case .dbase: "a dBASE or FoxPro table (.dbf)"
    case .database: "a database (SQLite, Access)"
    case .binary: "a binary file"
    }
  }

  var englishRepair: String {
    switch self {
    case .xlsx, .xls, .html, .xml, .openDocument, .dbase:
      "open it in Excel or LibreOffice and save it as 'CSV UTF-8'"
    case .protectedOffice:
      "open it with its password, remove the password and save it as .xlsx or 'CSV UTF-8'"
    case .word, .presentation, .richText:
      "copy the table into Excel and save it as 'CSV UTF-8'"
    case .zip, .archive: "unpack it and choose the CSV file inside"
    case .spss: "save it as CSV in SPSS or PSPP"
    case .stata: "export it in Stata with 'export delimited'"
    case .sas: "export it in SAS with PROC EXPORT as CSV"
    case .json, .pdf, .image, .database, .binary:
      "export the data as CSV from the program that made it"
    }
  }
}
