package dev.versus.gatling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import dev.versus.InvalidInput;
import dev.versus.measurement.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.simpleflatmapper.lightningcsv.CsvParser;

/**
 * The rows of a file that fill the placeholders of requests.
 *
 * @param columns the names of the columns
 * @param rows at least one row, with a value for each column
 */
record Feed(List<String> columns, List<List<String>> rows) {

    static final int MOST_ROWS = 100_000;

    private static final String BYTE_ORDER_MARK = "\ufeff";
    /** The character that stands for bytes that are none in UTF-8. */
    private static final String NO_UTF_8 = "\ufffd";

    /**
     * Reads a feed: {@code .json} as an array of objects, any other file as CSV whose first line holds the names.
     *
     * @throws InvalidInput if the file cannot be read, or has no rows, too many, or rows that differ in their columns
     */
    static Feed of(Path file) {
        String text = new String(SentFile.read(file), StandardCharsets.UTF_8);
        if (text.contains(NO_UTF_8)) {
            throw SentFile.refuse(file, "is no text in UTF-8");
        }
        String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        boolean json = String.valueOf(file.getFileName()).endsWith(".json");
        return of(file, json ? ofJson(file, unmarked) : ofCsv(file, unmarked));
    }

    private static Feed of(Path file, List<List<String>> lines) {
        if (lines.size() < 2) {
            throw SentFile.refuse(file, "has no rows; expected at least one beside the names of the columns");
        }
        List<String> columns = lines.get(0);
        if (new HashSet<>(columns).size() < columns.size() || columns.contains("")) {
            throw SentFile.refuse(file, "has two columns of one name, or one without: give each a name of its own");
        }
        return new Feed(columns, lines.subList(1, lines.size()));
    }

    private static List<List<String>> ofCsv(Path file, String text) {
        List<List<String>> lines = new ArrayList<>();
        try {
            for (Iterator<String[]> records = CsvParser.iterator(text); records.hasNext(); ) {
                List<String> line = List.of(records.next());
                if (!line.equals(List.of(""))) {
                    add(line, lines, file);
                }
            }
        } catch (IOException e) {
            throw SentFile.unreadable(file, e);
        }
        return lines;
    }

    private static List<List<String>> ofJson(Path file, String text) {
        List<List<String>> lines = new ArrayList<>();
        JsonNode array = parsed(file, text);
        if (!array.isArray()) {
            throw SentFile.refuse(file, "is no array of objects; expected one such as [{\"id\": 1}, {\"id\": 2}]");
        }
        for (JsonNode object : array) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (lines.isEmpty()) {
                lines.add(names);
            }
            if (!object.isObject() || !new HashSet<>(names).equals(new HashSet<>(lines.get(0)))) {
                throw SentFile.refuse(file, "is no array of objects with the same names: see object " + lines.size());
            }
            List<String> columns = lines.get(0);
            add(columns.stream().map(name -> value(object.path(name))).toList(), lines, file);
        }
        return lines;
    }

    private static JsonNode parsed(Path file, String text) {
        try {
            return Json.lines()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
        } catch (JsonProcessingException e) {
            throw SentFile.refuse(
                    file, "is no JSON: see line " + e.getLocation().getLineNr());
        }
    }

    private static String value(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    private static void add(List<String> line, List<List<String>> lines, Path file) {
        if (!lines.isEmpty() && line.size() != lines.get(0).size()) {
            throw SentFile.refuse(
                    file,
                    "has a row " + lines.size() + " of " + line.size() + " values, where the first line names "
                            + lines.get(0).size() + " columns");
        }
        if (lines.size() > MOST_ROWS) {
            throw SentFile.refuse(file, "has more than " + MOST_ROWS + " rows: shorten it");
        }
        lines.add(line);
    }

    /** Returns the value of a column in the row of this number; after the last row the first one follows. */
    String value(long row, String column) {
        return rows.get((int) (row % rows.size())).get(columns.indexOf(column));
    }
}
