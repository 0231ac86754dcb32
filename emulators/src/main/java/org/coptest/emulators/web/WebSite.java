package org.coptest.emulators.web;

/** A web site that looks at whole requests: cookies, forms, JSON. */
public interface WebSite {

  /** The answer to this request. */
  TextAnswer answer(TextRequest request);

  /** A site of pages that look at path and login alone. */
  static WebSite of(Pages pages) {
    return request ->
        pages.answer(request.method(), request.path(), request.header("authorization").orElse(""));
  }
}
