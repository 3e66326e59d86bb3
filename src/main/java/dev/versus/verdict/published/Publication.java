package dev.versus.verdict.published;

import dev.versus.statistics.Interval;
import dev.versus.verdict.PublishedFigure;
import dev.versus.verdict.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody published, to stand beside what is measured here: their tables with their names, and for each figure what of this
 * comparison tells of the same.
 *
 * <pre>{@code
 * publication(
 *         "A against B, a report", "ab -n 1000 -c 50",
 *         table("Key metrics", row("Requests a second", throughput(a).published("A", 54.07))))
 * }</pre>
 *
 * @param title what it is called
 * @param setup how its figures were made, in a few words
 * @param tables its tables, in its order
 */
public record Publication(String title, String setup, List<Table> tables) {

    public Publication {
        tables = List.copyOf(tables);
    }

    /** A publication of these tables. */
    public static Publication publication(String title, String setup, Table... tables) {
        return new Publication(title, setup, List.of(tables));
    }

    /** One of its tables, or one scenario of many. */
    public static Table table(String name, Row... rows) {
        return new Table(name, List.of(rows));
    }

    /** A line of a table. */
    public static Row row(String name, PublishedFigure... figures) {
        return new Row(name, List.of(figures));
    }

    /** A figure that nothing here measures; it is shown all the same. */
    public static PublishedFigure unmeasured(String whose, String printed) {
        return new PublishedFigure(whose, printed, Optional.empty(), Optional.empty());
    }

    /**
     * A table.
     *
     * @param name what it is called there
     * @param rows its lines
     */
    public record Table(String name, List<Row> rows) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A line of a table.
     *
     * @param name what is told, as it is called there
     * @param figures what is told of each
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
