/// A kind of file that is often given where a text table is meant.
package enum ForeignFormat: Sendable, Hashable, CaseIterable {
  case xlsx
  case protectedOffice
  case xls
  case word
  case presentation
  case openDocument
  case richText
  case zip
  case html
  case xml
  case json
  case pdf
  case image
  case archive
  case spss
  case stata
  case sas
  case dbase
  case database
  case binary
}
