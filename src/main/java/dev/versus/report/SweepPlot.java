package dev.versus.report;

import java.util.List;
import java.util.Optional;

/**
 * One plot of a sweep's drawing. Places along the swept quantity are percentages of the width, so that the plot fits any page; places from
 * the top of the plot are pixels.
 *
 * @param title what it shows, with the unit
 * @param offset of its top from the drawing's, in pixels; the room above holds the title and the labels of marks
 * @param even the band of values that are alike; empty if none is drawn
 */
record SweepPlot(String title, int offset, PlotScale scale, List<Line> lines, Optional<Band> even, List<Mark> marks) {

    /** The height of the row that holds the title, or the label of a mark. */
    static final int ROW = 20;

    /**
     * A horizontal band.
     *
     * @param middle the value 1 in it
     */
    record Band(double y, double height, double middle) {}

    /**
     * A curve.
     *
     * @param style the name of its colour
     * @param shape of its points, as an SVG path around 0
     * @param aside by how many pixels it is moved to the right, so that it does not hide the points of another curve
     */
    record Line(String label, String style, String shape, int aside, List<Stroke> strokes, List<Dot> dots) {}

    /** A straight line from one point to the next. */
    record Stroke(String from, double fromY, String to, double toY) {}

    /**
     * A point with its interval.
     *
     * @param doubted whether a diagnostic makes it invalid
     * @param title what it tells, in words
     */
    record Dot(String x, double y, double low, double high, boolean doubted, String title) {}

    /**
     * A value of the quantity that is marked from top to bottom, with its interval.
     *
     * @param style the name of its colour
     * @param row the row of its label above the plot, from 1; without a label it is 0
     * @param leftwards whether the label stands to the left of it
     * @param title what it tells, in words
     */
    record Mark(
            String style, String x, String from, String width, int row, boolean leftwards, String text, String title) {}

    /** Returns the distance of the title from the plot's top. */
    int titleY() {
        return -ROW * (1 + marks.stream().mapToInt(Mark::row).max().orElse(0)) + ROW / 5;
    }

    /** Returns the distance of the plot's bottom from the drawing's top. */
    int bottom() {
        return offset + scale.height();
    }
}
