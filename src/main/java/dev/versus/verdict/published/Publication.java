package dev.versus.verdict.published;

import dev.versus.PublicApi;
import dev.versus.verdict.PublishedFigure;
import dev.versus.verdict.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Published figures to show beside the measured ones: the tables of a publication, and for each figure the subject of this comparison
 * that measures the same.
 *
 * <pre>{@code
 * publication(
 *         "A against B, a report", "ab -n 1000 -c 50",
 *         table("Key metrics", row("Requests a second", throughput(a).published("A", 54.07))))
 * }</pre>
 *
 * @param title the publication's title
 * @param setup how its figures were measured, in a few words
 * @param tables its tables, in their published order
 */
@PublicApi
public record Publication(String title, String setup, List<Table> tables) {

    public Publication {
        tables = List.copyOf(tables);
    }

    /** Creates a publication of these tables. */
    public static Publication publication(String title, String setup, Table... tables) {
        return new Publication(title, setup, List.of(tables));
    }

    /** Creates a table of a publication, or one scenario of many. */
    public static Table table(String name, Row... rows) {
        return new Table(name, List.of(rows));
    }

    /** Creates a row of a table. */
    public static Row row(String name, PublishedFigure... figures) {
        return new Row(name, List.of(figures));
    }

    /** Creates a figure that this comparison does not measure; reports show it alone. */
    public static PublishedFigure unmeasured(String whose, String printed) {
        return new PublishedFigure(whose, printed, Optional.empty(), Optional.empty());
    }

    /** A table of a publication. */
    public record Table(String name, List<Row> rows) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a table.
     *
     * @param figures its figures, one for each published column
     */
    public record Row(String name, List<PublishedFigure> figures) {
        public Row {
            figures = List.copyOf(figures);
        }
    }

    /** Everything that stands beside one of its figures. */
    public Stream<Subject> subjects() {
        return tables.stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.figures().stream())
                .flatMap(figure -> figure.beside().stream());
    }
}
