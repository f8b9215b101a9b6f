/// The frame of the page and its plain blocks.
enum PageTemplate {
  static let contentSecurityPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  static let source = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{policy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light">
    {{#manifest}}
    <meta name="thuocdo-report" content="{{.}}">
    {{/manifest}}
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <main>
    {{#plain}}
    <header>
    <h1><bdi>{{title}}</bdi></h1>
    {{#subtitle}}
    <p><bdi>{{.}}</bdi></p>
    {{/subtitle}}
    </header>
    {{/plain}}
    {{#letterhead}}
    \(LetterheadTemplate.head)
    {{/letterhead}}
    {{#blocks}}
    {{#foot}}
    \(LetterheadTemplate.foot)
    {{/foot}}
    {{#heading}}
    <h{{level}}><bdi>{{text}}</bdi></h{{level}}>
    {{/heading}}
    {{#appendix}}
    <h2 class="appendix"><bdi>{{text}}</bdi></h2>
    {{#reference}}
    <p class="reference"><bdi>{{text}}</bdi></p>
    {{/reference}}
    {{/appendix}}
    {{#paragraph}}
    <p><bdi>{{text}}</bdi></p>
    {{/paragraph}}
    {{#note}}
    <p class="note"><bdi>{{text}}</bdi></p>
    {{/note}}
    {{#verdict}}
    <p class="verdict {{class}}"><strong><span aria-hidden="true">{{sign}}</span> \
    <bdi>{{word}}</bdi></strong> <bdi>{{sentence}}</bdi></p>
    {{#list}}
    <ul class="reasons">
    {{#items}}
    <li><bdi>{{text}}</bdi></li>
    {{/items}}
    </ul>
    {{/list}}
    {{#more}}
    <details class="reasons"><summary>{{title}}</summary>
    <ul>
    {{#items}}
    <li><bdi>{{text}}</bdi></li>
    {{/items}}
    </ul>
    </details>
    {{/more}}
    {{/verdict}}
    {{#table}}
    \(TableTemplate.source)
    {{/table}}
    {{#chart}}
    \(ChartTemplate.source)
    {{/chart}}
    {{/blocks}}
    </main>
    </body>
    </html>

    """
}
