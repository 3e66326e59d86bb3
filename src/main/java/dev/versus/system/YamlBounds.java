package dev.versus.system;

import dev.versus.InvalidInput;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Refuses YAML that costs more to read than a Compose file may, before any of it is kept. An alias counts with all that it stands
 * for, since whoever walks through the values visits that as often as it is named.
 */
final class YamlBounds {

    static final int VALUES = 100_000;
    static final int DEPTH = 100;
    /** The kernel's own limit of one argument or variable of a program. */
    static final int TEXT = 128 << 10;

    private final Path file;
    private final Deque<Extent> open = new ArrayDeque<>();
    private final Map<Anchor, Extent> anchors = new HashMap<>();

    private YamlBounds(Path file) {
        this.file = file;
    }

    static void check(Path file, Iterable<Event> events) {
        var bounds = new YamlBounds(file);
        bounds.open.push(new Extent());
        events.forEach(bounds::take);
    }

    /** How many values an anchor stands for, and how deep they are nested, its own collection included. */
    private static final class Extent {
        private long values = 1;
        private int height;
        private boolean closed;

        private Extent close() {
            closed = true;
            return this;
        }

        private void add(Extent inner) {
            values += inner.values;
            height = Math.max(height, inner.height + 1);
        }
    }

    private void take(Event event) {
        if (event instanceof CollectionStartEvent start) {
            open.push(named(start, new Extent()));
            requireDepth(0, event);
        } else if (event instanceof CollectionEndEvent) {
            Extent inner = open.pop().close();
            add(inner, event);
        } else if (event instanceof AliasEvent alias) {
            add(meant(alias), event);
        } else if (event instanceof ScalarEvent scalar) {
            requireShort(scalar);
            add(named(scalar, new Extent().close()), event);
        }
    }

    private Extent named(NodeEvent event, Extent extent) {
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, extent));
        return extent;
    }

    /** Gives what the alias stands for; one that stands for nothing is told by the parser. */
    private Extent meant(AliasEvent alias) {
        Extent extent = anchors.getOrDefault(alias.getAlias(), new Extent().close());
        if (!extent.closed) {
            throw refuse(alias, "an anchor may not contain itself; take the alias '*%s' out of it.", alias.getAlias());
        }
        return extent;
    }

    private void add(Extent inner, Event event) {
        requireDepth(inner.height, event);
        Extent outer = open.element();
        outer.add(inner);
        if (outer.values > VALUES) {
            throw refuse(
                    event,
                    "there are more than %,d values up to here, every alias written out, the most of a Compose file;"
                            + " name fewer anchors that name others.",
                    VALUES);
        }
    }

    private void requireDepth(int inner, Event event) {
        if (open.size() - 1 + inner > DEPTH) {
            throw refuse(
                    event,
                    "mappings and lists are nested deeper than %,d here, every alias written out, the most of a Compose file;"
                            + " nest them less.",
                    DEPTH);
        }
    }

    private void requireShort(ScalarEvent scalar) {
        int length = scalar.getValue().length();
        if (length > TEXT) {
            throw refuse(
                    scalar,
                    "a value of %,d characters stands here, and %,d is the most; put it into a file and mount that.",
                    length,
                    TEXT);
        }
    }

    private InvalidInput refuse(Event event, String sentence, Object... figures) {
        return event.getStartMark()
                .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElseGet(() -> new Place(file, 1, 1))
                .refuse(String.format(Locale.ROOT, sentence, figures));
    }
}
