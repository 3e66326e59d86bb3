package dev.versus.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The way back from Gatling's own report to the comparison. */
public final class GatlingLink {

    /** The name of Gatling's report in a run's folder. */
    public static final String FILE = "index.html";

    private static final String BEFORE = "<a class=\"gatling-documentation\"";
    private static final String LINK = "<a class=\"gatling-documentation\" id=\"versus-comparison\" href=\""
            + ComparisonHtml.FILE + "\">Comparison by Versus</a>\n    ";

    private GatlingLink() {}

    /**
     * Adds a link to {@code comparison.html} in the head of Gatling's page, once.
     *
     * @return whether the page has the link now; false if its shape is unknown, or it cannot be read or written, or is reached
     *     by a link of the file system, in which cases it stays as it is
     */
    public static boolean add(Path gatlingIndexHtml) {
        if (Files.isSymbolicLink(gatlingIndexHtml) || Files.isSymbolicLink(gatlingIndexHtml.resolveSibling(""))) {
            return false;
        }
        try {
            String page = Files.readString(gatlingIndexHtml);
            if (page.contains("id=\"versus-comparison\"")) {
                return true;
            }
            int place = page.indexOf(BEFORE);
            if (place < 0 || page.indexOf(BEFORE, place + 1) >= 0) {
                return false;
            }
            WholeFile.write(gatlingIndexHtml, page.substring(0, place) + LINK + page.substring(place));
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
