package dev.versus.system;

import dev.versus.InvalidInput;
import dev.versus.system.Value.Mapping;
import dev.versus.system.Value.Merging;
import dev.versus.system.Value.Scalar;
import dev.versus.system.Value.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a YAML file into values with their places, replaces variables, and resolves merge keys ({@code <<}). */
final class YamlFile {

    private static final String MERGE_KEY = "<<";
    private static final int LARGEST = 1 << 20;

    private final Path file;
    private final Interpolation interpolation;
    private final IdentityHashMap<Node, Value> read = new IdentityHashMap<>();

    private YamlFile(Path file, Interpolation interpolation) {
        this.file = file;
        this.interpolation = interpolation;
    }

    static Mapping read(Path file, Interpolation interpolation) {
        var settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setMaxAliasesForCollections(YamlBounds.VALUES)
                .build();
        try {
            String text = text(file);
            YamlBounds.check(file, new Parse(settings).parseString(text));
            Node root = new Compose(settings).composeString(text).orElseThrow(() -> empty(file));
            if (new YamlFile(file, interpolation).value(root) instanceof Mapping mapping) {
                return mapping;
            }
            throw new InvalidInput(file + " is not a Compose file: it should be a mapping that has 'services'.");
        } catch (MarkedYamlEngineException broken) {
            throw broken(file, broken);
        } catch (YamlEngineException broken) {
            throw new InvalidInput(file + " is not valid YAML: " + broken.getMessage(), broken);
        }
    }

    private static InvalidInput empty(Path file) {
        return new InvalidInput(file + " is empty: a Compose file has at least 'services'.");
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new InvalidInput(file + " is larger than 1 MiB, the most that is read of a Compose file;"
                        + " put what is large into files of their own and mount them.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            throw new InvalidInput(file + " is not text in UTF-8.", binary);
        } catch (IOException unreadable) {
            throw new InvalidInput(file + " cannot be read: " + unreadable, unreadable);
        }
    }

    private static InvalidInput broken(Path file, MarkedYamlEngineException broken) {
        String where = broken.getProblemMark()
                .map(mark -> ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                .orElse("");
        return new InvalidInput(file + where + ": not valid YAML: " + broken.getProblem() + ".", broken);
    }

    private Value value(Node node) {
        Value known = read.get(node);
        if (known != null) {
            return known;
        }
        Value made = convert(node);
        read.put(node, made);
        return made;
    }

    private Value convert(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            List<Value> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(value(item)));
            return new Sequence(items, place(node), merging(node));
        }
        return new Scalar(scalar((ScalarNode) node), place(node), merging(node));
    }

    private @Nullable String scalar(ScalarNode node) {
        if (node.getTag().equals(Tag.NULL) || (merging(node) != Merging.PLAIN && isNothing(node))) {
            return null;
        }
        try {
            return interpolation.apply(node.getValue());
        } catch (Interpolation.Malformed malformed) {
            throw place(node).refuse(malformed.getMessage() + ".");
        }
    }

    private static boolean isNothing(ScalarNode node) {
        return node.getValue().isEmpty() || node.getValue().equals("null");
    }

    private Mapping mapping(MappingNode node) {
        var entries = new LinkedHashMap<String, Value>();
        var keys = new LinkedHashMap<String, Place>();
        var inherited = new ArrayList<Mapping>();
        for (NodeTuple tuple : node.getValue()) {
            String key = key(tuple.getKeyNode());
            if (key.equals(MERGE_KEY)) {
                inherited.addAll(mergedIn(tuple.getValueNode()));
            } else if (entries.put(key, value(tuple.getValueNode())) != null) {
                throw place(tuple.getKeyNode()).refuse("the key '" + key + "' stands twice; keep one.");
            } else {
                keys.put(key, place(tuple.getKeyNode()));
            }
        }
        for (Mapping parent : inherited) {
            parent.entries().forEach(entries::putIfAbsent);
            parent.keys().forEach(keys::putIfAbsent);
        }
        return new Mapping(entries, keys, place(node), merging(node));
    }

    private List<Mapping> mergedIn(Node node) {
        Value value = value(node);
        List<Value> parents = value instanceof Sequence sequence ? sequence.items() : List.of(value);
        var mappings = new ArrayList<Mapping>();
        for (Value parent : parents) {
            if (!(parent instanceof Mapping mapping)) {
                throw place(node).refuse("'<<' merges in a mapping, or a list of them, by its anchor.");
            }
            mappings.add(mapping);
        }
        return mappings;
    }

    private String key(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw place(node).refuse("a key must be a single value.");
    }

    /** Returns the merge tag of a node. The parser tags a plain {@code ${VARIABLE}} by itself; that tag is ignored. */
    private Merging merging(Node node) {
        String tag = node.getTag().getValue();
        return switch (tag) {
            case "!reset" -> Merging.RESET;
            case "!override" -> Merging.OVERRIDE;
            default -> {
                if (tag.startsWith("!") && !node.getTag().equals(Tag.ENV_TAG)) {
                    throw place(node).refuse("the tag " + tag + " is not supported; !reset and !override are.");
                }
                yield Merging.PLAIN;
            }
        };
    }

    private Place place(Node node) {
        return node.getStartMark()
                .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElseGet(() -> new Place(file, 1, 1));
    }
}
