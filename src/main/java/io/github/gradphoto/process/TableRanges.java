package io.github.gradphoto.process;

import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.photo.AllowedRange;
import io.github.gradphoto.photo.AllowedRanges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * Reads the rows of {@code photoCompliance} that judge one number by itself: {@code < 40}, {@code [6..12]},
 * {@code < -6, > 6}. Rows that join several numbers say nothing about one alone and are left out.
 */
@Component
class TableRanges implements AllowedRanges {

    private static final Pattern COMPARED = Pattern.compile("([<>]=?)\\s*(-?[0-9.]+)");
    private static final Pattern BETWEEN =
            Pattern.compile("[\\[(\\]]\\s*(-?[0-9.]+?)\\s*\\.\\.\\s*(-?[0-9.]+)\\s*[\\])\\[]");

    /** What a row complains about. */
    private record Bad(double from, double to) {}

    /** The ranges of one version of the table. */
    private record Read(String definition, Map<Measure, AllowedRange> ranges) {}

    private final RepositoryService repository;
    private volatile Read last = new Read("", Map.of());

    TableRanges(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public Map<Measure, AllowedRange> all() {
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("photoCompliance")
                .latestVersion()
                .singleResult();
        var read = last;
        if (!read.definition().equals(definition.getId())) {
            read = new Read(definition.getId(), read(definition));
            last = read;
        }
        return read.ranges();
    }

    private Map<Measure, AllowedRange> read(DecisionDefinition definition) {
        var table = repository
                .getDmnModelInstance(definition.getId())
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        var inputs = List.copyOf(table.getInputs());
        var ranges = new EnumMap<Measure, AllowedRange>(Measure.class);
        for (var measure : Measure.values()) {
            for (int i = 0; i < inputs.size(); i++) {
                if (measure.key()
                        .equals(inputs.get(i).getInputExpression().getText().getTextContent())) {
                    var range = range(table.getRules(), i);
                    if (range != null) {
                        ranges.put(measure, range);
                    }
                }
            }
        }
        return ranges;
    }

    private static AllowedRange range(Collection<Rule> rules, int input) {
        List<Bad> hard = new ArrayList<>();
        List<Bad> all = new ArrayList<>();
        for (var rule : rules) {
            var entries = rule.getInputEntries().stream()
                    .map(entry -> entry.getText().getTextContent().strip())
                    .toList();
            boolean alone = entries.stream().filter(text -> !text.isEmpty()).count() == 1;
            if (alone) {
                var bad = bad(entries.get(input));
                all.addAll(bad);
                if (rule.getOutputEntries()
                        .iterator()
                        .next()
                        .getText()
                        .getTextContent()
                        .contains("REFUSED")) {
                    hard.addAll(bad);
                }
            }
        }
        return all.isEmpty() ? null : new AllowedRange(least(all), most(all), least(hard), most(hard));
    }

    private static List<Bad> bad(String test) {
        List<Bad> bad = new ArrayList<>();
        var between = BETWEEN.matcher(test);
        while (between.find()) {
            bad.add(new Bad(Double.parseDouble(between.group(1)), Double.parseDouble(between.group(2))));
        }
        var compared = COMPARED.matcher(test);
        while (compared.find()) {
            double value = Double.parseDouble(compared.group(2));
            bad.add(
                    compared.group(1).startsWith("<")
                            ? new Bad(Double.NEGATIVE_INFINITY, value)
                            : new Bad(value, Double.POSITIVE_INFINITY));
        }
        return bad;
    }

    /** The upper end of all that is bad from minus infinity on without a gap. */
    private static Double least(List<Bad> bad) {
        double end = Double.NEGATIVE_INFINITY;
        boolean grows = true;
        while (grows) {
            double now = end;
            double next = bad.stream()
                    .filter(each -> each.from() <= now)
                    .mapToDouble(Bad::to)
                    .max()
                    .orElse(now);
            grows = next > now;
            end = Math.max(now, next);
        }
        return Double.isFinite(end) ? end : null;
    }

    /** The lower end of all that is bad up to infinity without a gap. */
    private static Double most(List<Bad> bad) {
        var mirrored =
                bad.stream().map(each -> new Bad(-each.to(), -each.from())).toList();
        var least = least(mirrored);
        return least == null ? null : Double.valueOf(-least);
    }
}
