package dev.versus.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Links Gatling's own report to the comparison. */
public final class GatlingLink {

    /** The name of Gatling's report in a run's folder. */
    public static final String FILE = "index.html";

    private static final String BEFORE = "<a class=\"gatling-documentation\"";
    private static final String LINK = "<a class=\"gatling-documentation\" id=\"versus-comparison\" href=\""
            + ComparisonHtml.FILE + "\">Comparison by Versus</a>\n    ";

    private GatlingLink() {}

    /**
     * Adds a link to {@code comparison.html} in the header of Gatling's page, unless it is there already.
     *
     * @return true if the page has the link now; false if the page is not changed, because its structure is unknown, it cannot be read or
     *     written, or it is reached through a symbolic link
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
