package import SurveyModel
import SurveyStatistics

/// What the rules say, and what figures are without the interviews that they point to.
package struct AuditResult: Sendable {
  /// What the rules say.
  package let audit: QualityAudit
  /// Figures with and without; empty where nobody is left out.
  package let comparisons: [AuditComparison]

  /// Looks at `data`, and computes the plan's targets and the indicators again where that matters.
  package init(
    _ data: Dataset,
    course: InterviewCourse,
    design: StudyDesign,
    plan: Plan?,
    rules: QualityRules = QualityRules()
  ) throws(StudyDesignError) {
    do throws(SampleDesignError) {
      audit = try QualityAudit(data, course: course, design: design, rules: rules)
      comparisons = try AuditComparison.all(audit, data, design: design, plan: plan)
    } catch {
      throw .statistics(error, strata: design.stratumLabels)
    }
  }
}
