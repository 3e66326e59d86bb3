package dev.versus.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A template of {@code src/main/jte}, compiled by the build. All of them are compiled as HTML, for which jte escapes what is inserted by
 * its place; a template in another format is filled in with an escaping of that format's own.
 *
 * @param name the file's name
 */
record Template(String name) {

    /** Fills in an HTML page. */
    String html(Map<String, Object> parameters) {
        StringOutput page = new StringOutput();
        engine().render(name, parameters, page);
        return page.toString();
    }

    /**
     * Fills in a text of another format.
     *
     * @param page the template's one parameter
     * @param escaping changes an inserted value so that it means nothing to the format
     */
    String text(Object page, UnaryOperator<String> escaping) {
        StringOutput text = new Escaped(escaping);
        engine().render(name, page, text);
        return text.toString();
    }

    private static TemplateEngine engine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, Template.class.getClassLoader(), "dev.versus.report");
    }

    private static final class Escaped extends StringOutput implements HtmlTemplateOutput {

        private final UnaryOperator<String> escaping;

        Escaped(UnaryOperator<String> escaping) {
            this.escaping = escaping;
        }

        @Override
        public void writeUserContent(String value) {
            writeContent(escaping.apply(value));
        }

        @Override
        public void setContext(String tag, String attribute) {
            // One escaping fits every place of the text.
        }
    }
}
