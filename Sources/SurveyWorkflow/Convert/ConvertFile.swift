import SurveyFormats
package import SurveyModel

/// A questionnaire in another format.
package struct Conversion: Sendable {
  /// The bytes of the file; none for a workbook, which stands in its place.
  package let bytes: [UInt8]?
  /// What was found on the way, errors excluded.
  package let findings: [Diagnostic]
  /// Whether something of the original is not in it.
  package let isPartial: Bool
}

extension Workflow {
  /// Reads the questionnaire at `path` and turns it into what the ending of `target` says.
  ///
  /// XLSForms are turned into XLSForms directly, so that nothing of them is lost.
  package func convert(_ path: String, to target: String) throws(WorkflowError) -> Conversion {
    let wanted = XLSFormFormat(path: target)
    let name = target.lowercased()
    let isKnown =
      wanted != nil && !name.hasSuffix(".xls") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    guard isKnown else {
      throw WorkflowError(
        Sentence(
          "đuôi tệp phải là .yaml, .md, .csv hoặc .xlsx; hãy đổi tên tệp đích",
          "the file must end with .yaml, .md, .csv or .xlsx; change its name"
        ),
        at: target
      )
    }
    return try attempt(path) {
      guard let format = XLSFormFormat(path: path) else {
        return try fromYAML(path, to: wanted, at: target)
      }
      let (form, findings) = try XLSFormReader().read(try SourceFile(path: path), format: format)
      guard let form, !findings.containsErrors else {
        throw WorkflowError(FindingList(findings, wanted: .questionnaire))
      }
      if let wanted { return try written(form, wanted, at: target, findings: findings) }
      let (questionnaire, more) = Self.questionnaire(form, file: path)
      return Conversion(
        bytes: Array(YAMLQuestionnaireWriter(questionnaire).text.utf8),
        findings: Self.toldOnce(findings + more),
        isPartial: more.containsErrors
      )
    }
  }

  private func fromYAML(
    _ path: String,
    to wanted: XLSFormFormat?,
    at target: String
  ) throws -> Conversion {
    let (questionnaire, text, findings) = try questionnaire(at: path)
    guard let wanted else {
      return Conversion(bytes: Array(text.utf8), findings: findings, isPartial: false)
    }
    let (form, left) = XLSFormMaker(questionnaire).form(file: path)
    return try written(
      form,
      wanted,
      at: target,
      findings: findings + left,
      isPartial: !left.isEmpty
    )
  }

  private func written(
    _ form: XLSForm,
    _ format: XLSFormFormat,
    at target: String,
    findings: [Diagnostic],
    isPartial: Bool = false
  ) throws -> Conversion {
    let writer = XLSFormWriter(form)
    let bytes = writer.bytes(format)
    if bytes == nil { try attempt(target) { try writer.writeWorkbook(to: target) } }
    return Conversion(bytes: bytes, findings: findings, isPartial: isPartial)
  }
}
