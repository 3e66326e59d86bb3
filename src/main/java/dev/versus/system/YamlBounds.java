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
 * Refuses YAML that is too large or too deeply nested for a Compose file, before it is read into memory. An alias counts as all the values
 * that it refers to, because code that visits the values visits them once for each alias.
 */
final class YamlBounds {

    static final int VALUES = 100_000;
    static final int DEPTH = 100;
    /** The largest length of a value, in characters: the kernel's limit for one argument or variable of a program. */
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

    /** The number of values that an anchor refers to, and their depth of nesting, the outermost collection included. */
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

    /** Returns the extent of an alias; the parser refuses an alias without an anchor. */
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
                    "there are more than %,d values up to here, every alias written out, and that is the limit;"
                            + " use fewer aliases of anchors that hold aliases themselves.",
                    VALUES);
        }
    }

    private void requireDepth(int inner, Event event) {
        if (open.size() - 1 + inner > DEPTH) {
            throw refuse(
                    event,
                    "mappings and lists are nested deeper than %,d here, every alias written out, and that is the limit;"
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
