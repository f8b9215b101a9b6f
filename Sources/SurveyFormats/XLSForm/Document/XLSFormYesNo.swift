/// The words for yes and no that forms use.
enum XLSFormYesNo {
  /// What `text` says, if it is one of the words.
  static func read(_ text: String?) -> Bool? {
    switch text {
    case "yes", "Yes", "YES", "true", "True", "TRUE", "true()": true
    case "no", "No", "NO", "false", "False", "FALSE", "false()": false
    default: nil
    }
  }
}
