package io.github.gradphoto.process;

import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.photo.AllowedRange;
import io.github.gradphoto.photo.AllowedRanges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.stereotype.Component;

/**
 * Reads the bounds of each number out of the tables of {@code photoCompliance}. A row complains about a number when its
 * entry leaves something that is fine; an entry that would leave nothing only guards the row ("where the width is enough,
 * the height must be"). A row refuses for a number when the others that it names are fine.
 */
@Component
class TableRanges implements AllowedRanges {

    /** One row: what it says of which numbers. */
    private record Row(Map<Measure, Bounds> entries, boolean refuses) {}

    /** The ranges of one version of the tables. */
    private record Read(String definition, Map<Measure, AllowedRange> ranges) {}

    private static final Map<String, Measure> MEASURES =
            Arrays.stream(Measure.values()).collect(Collectors.toMap(Measure::key, measure -> measure));

    private final RepositoryService repository;
    private volatile Read last = new Read("", Map.of());

    TableRanges(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public Map<Measure, AllowedRange> all() {
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(ComplianceTable.KEY)
                .latestVersion()
                .singleResult();
        var read = last;
        if (!read.definition().equals(definition.getId())) {
            read = new Read(definition.getId(), ranges(rows(definition)));
            last = read;
        }
        return read.ranges();
    }

    private List<Row> rows(DecisionDefinition definition) {
        List<Row> rows = new ArrayList<>();
        for (var table :
                repository.getDmnModelInstance(definition.getId()).getModelElementsByType(DecisionTable.class)) {
            var inputs = table.getInputs().stream()
                    .map(input -> input.getInputExpression()
                            .getText()
                            .getTextContent()
                            .strip())
                    .toList();
            for (var rule : table.getRules()) {
                var entries = new HashMap<Measure, Bounds>();
                int column = 0;
                for (var entry : rule.getInputEntries()) {
                    var measure = MEASURES.get(inputs.get(column++));
                    var bounds = Bounds.of(entry.getText().getTextContent());
                    if (measure != null && !bounds.isEmpty()) {
                        entries.put(measure, bounds);
                    }
                }
                boolean refuses = rule.getOutputEntries().stream()
                        .anyMatch(output -> output.getText().getTextContent().contains("REFUSED"));
                rows.add(new Row(entries, refuses));
            }
        }
        return rows;
    }

    private static Map<Measure, AllowedRange> ranges(List<Row> rows) {
        var fine = fine(rows);
        var tolerated = new EnumMap<Measure, Bounds.Room>(Measure.class);
        for (var row : rows) {
            if (row.refuses()) {
                row.entries().forEach((measure, bad) -> {
                    if (othersAreFine(row, measure, fine)) {
                        tolerated.merge(measure, bad.leave(Bounds.Room.ALL), (before, unused) -> bad.leave(before));
                    }
                });
            }
        }
        var ranges = new EnumMap<Measure, AllowedRange>(Measure.class);
        fine.forEach((measure, room) -> {
            var hard = tolerated.getOrDefault(measure, Bounds.Room.ALL);
            ranges.put(measure, new AllowedRange(least(measure, room), room.most(), least(measure, hard), hard.most()));
        });
        return ranges;
    }

    /** A count below which the table complains is complained about itself: 0 faces, 6 bits. */
    private static Double least(Measure measure, Bounds.Room room) {
        boolean counted = measure.unit() == Measure.Unit.COUNT || measure.unit() == Measure.Unit.BITS;
        return counted && room.least() != null ? Double.valueOf(room.least() + 1) : room.least();
    }

    /** Rows about one number say for sure which side of it is bad; others widen that side, or say it where nothing is known. */
    private static Map<Measure, Bounds.Room> fine(List<Row> rows) {
        var fine = new EnumMap<Measure, Bounds.Room>(Measure.class);
        rows.stream().filter(row -> row.entries().size() == 1).forEach(row -> take(row, fine));
        var joint = rows.stream().filter(row -> row.entries().size() > 1).toList();
        joint.forEach(row -> widen(row, fine));
        for (var row : joint) {
            boolean known = row.entries().entrySet().stream()
                    .anyMatch(entry -> touches(entry.getValue(), entry.getKey(), fine));
            if (!known) {
                row.entries().forEach((measure, bad) -> {
                    if (!fine.containsKey(measure) && bad.leave(Bounds.Room.ALL) != null) {
                        fine.put(measure, bad.leave(Bounds.Room.ALL));
                    }
                });
            }
            joint.forEach(each -> widen(each, fine));
        }
        fine.values().removeIf(Bounds.Room::isEverything);
        return fine;
    }

    private static void widen(Row row, Map<Measure, Bounds.Room> fine) {
        row.entries().forEach((measure, bad) -> {
            if (touches(bad, measure, fine)) {
                fine.put(measure, bad.leave(fine.get(measure)));
            }
        });
    }

    private static void take(Row row, Map<Measure, Bounds.Room> fine) {
        row.entries().forEach((measure, bad) -> {
            var left = bad.leave(fine.getOrDefault(measure, Bounds.Room.ALL));
            if (left != null) {
                fine.put(measure, left);
            }
        });
    }

    private static boolean touches(Bounds bad, Measure measure, Map<Measure, Bounds.Room> fine) {
        var room = fine.get(measure);
        return room != null && bad.touchesEdgeOf(room) && bad.leave(room) != null;
    }

    private static boolean othersAreFine(Row row, Measure measure, Map<Measure, Bounds.Room> fine) {
        return fine.containsKey(measure)
                && row.entries().get(measure).leave(fine.get(measure)) != null
                && row.entries().entrySet().stream()
                        .filter(other -> other.getKey() != measure)
                        .allMatch(other -> other.getValue().meets(fine.getOrDefault(other.getKey(), Bounds.Room.ALL)));
    }
}
