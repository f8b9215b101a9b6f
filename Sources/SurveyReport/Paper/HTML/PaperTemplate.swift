/// The page of a paper form.
enum PaperTemplate {
  private static let boxes =
    "{{#blank}}{{#boxes}}{{#mark}}<span class=\"mark\">{{.}}</span>{{/mark}}<span class=\"digits\">"
    + "{{#digits}}<span class=\"digit\"></span>{{/digits}}</span>{{/boxes}}"
    + "{{#rule}}<span class=\"rule\"></span>{{/rule}}"
    + "{{#lines}}<div class=\"line\"></div>{{/lines}}{{/blank}}"

  private static let options = """
    {{#options}}
    <ul class="options{{#isShort}} short{{/isShort}}{{#isLong}} long{{/isLong}}">
    {{#items}}
    <li>{{#isOrdered}}<span class="digit"></span>{{/isOrdered}}<span class="code">{{code}}</span> \
    <bdi>{{label}}</bdi></li>
    {{/items}}
    </ul>
    {{/options}}
    {{#missing}}
    <ul class="options short missing">
    {{#items}}
    <li><span class="code">{{code}}</span> <bdi>{{label}}</bdi></li>
    {{/items}}
    </ul>
    {{/missing}}
    """

  private static let words = """
    <bdi>{{label}}</bdi>\
    {{#hint}} <span class="hint">(<bdi>{{.}}</bdi>)</span>{{/hint}}\
    {{#condition}} <span class="condition">[<bdi>{{.}}</bdi>]</span>{{/condition}}
    """

  static let source = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{policy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <main>
    <div class="office">
    {{#office}}
    <div><bdi>{{label}}</bdi> \(boxes)</div>
    {{/office}}
    </div>
    <h1><bdi>{{title}}</bdi></h1>
    <p class="source"><bdi>{{source}}</bdi></p>
    {{#consent}}
    <section class="consent">
    <p><bdi>{{text}}</bdi></p>
    <ul class="options short">
    {{#items}}
    <li><span class="code">{{code}}</span> <bdi>{{label}}</bdi></li>
    {{/items}}
    </ul>
    </section>
    {{/consent}}
    {{#blocks}}
    {{#section}}
    <h2><bdi>{{title}}</bdi></h2>
    {{#condition}}
    <p class="condition"><bdi>{{.}}</bdi></p>
    {{/condition}}
    {{/section}}
    {{#note}}
    <p class="note"><bdi>{{text}}</bdi>\
    {{#condition}} <span class="condition">[<bdi>{{.}}</bdi>]</span>{{/condition}}</p>
    {{/note}}
    {{#matrix}}
    <p class="instruction"><bdi>{{instruction}}</bdi></p>
    <table class="matrix">
    <thead><tr><td></td>{{#columns}}<th scope="col"><bdi>{{label}}</bdi></th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row"><span class="number">{{number}}.</span> \(words)</th>\
    {{#codes}}<td><span class="code">{{.}}</span></td>{{/codes}}</tr>
    {{/rows}}
    </tbody>
    </table>
    {{/matrix}}
    {{#question}}
    <section class="question">
    <p class="label"><span class="number">{{number}}.</span> \(words)\
    {{#instruction}} <span class="instruction"><bdi>{{.}}</bdi></span>{{/instruction}}\
    {{#inline}} \(boxes){{/inline}}</p>
    {{#below}}
    \(boxes)
    {{/below}}
    \(options)
    </section>
    {{/question}}
    {{/blocks}}
    <p class="closing"><bdi>{{closing}}</bdi></p>
    </main>
    </body>
    </html>

    """
}
