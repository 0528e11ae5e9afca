package org.finplan.indicators.planchange;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.difference.ChangeKind;
import org.finplan.platform.plan.difference.PlanChange;
import org.finplan.platform.plan.difference.PlanDifference;
import org.finplan.platform.plan.difference.PlanPart;

/**
 * What a version of a plan package says otherwise than the one before.
 *
 * @param total how many things
 * @param counts how many of each kind, kinds without any left out
 * @param changes the things, at most the first thousand
 */
@Schema(name = "PlanChanges")
public record PlanChanges(int total, List<Count> counts, List<Change> changes) {

    private static final int MOST = 1000;

    /** Copies the lists. */
    public PlanChanges {
        counts = List.copyOf(counts);
        changes = List.copyOf(changes);
    }

    /**
     * How many things of a kind changed.
     *
     * @param part the kind, such as {@code indicator} or {@code task}
     * @param added how many only the version has
     * @param changed how many it says otherwise
     * @param removed how many it has no more
     */
    @Schema(name = "PlanChangeCount")
    public record Count(String part, int added, int changed, int removed) {}

    /**
     * A thing that changed.
     *
     * @param part what kind of thing, such as {@code indicator} or {@code task}
     * @param change added, changed or removed
     * @param code its code
     * @param name its name
     * @param fields what differs; of a thing that was added or removed all that it says
     */
    @Schema(name = "PlanChange")
    public record Change(String part, String change, String code, LocalizedText name, List<Field> fields) {

        private static Change of(PlanChange change) {
            return new Change(
                    change.part().code(),
                    change.kind().code(),
                    change.code(),
                    change.name(),
                    change.fields().stream()
                            .map(field -> new Field(field.field(), field.before(), field.after()))
                            .toList());
        }
    }

    /**
     * A field that differs.
     *
     * @param field its name
     * @param before what the version before says, null when nothing
     * @param after what the version says, null when nothing
     */
    @Schema(name = "PlanFieldChange")
    public record Field(
            String field, @Nullable String before, @Nullable String after) {}

    /**
     * Compares two packages.
     *
     * @param before the version in force, null when there is none: then everything is new
     * @param after the new version
     * @return what differs
     */
    public static PlanChanges between(PlanPackage before, PlanPackage after) {
        List<PlanChange> all = PlanDifference.between(before, after);
        List<Count> counts = Stream.of(PlanPart.values())
                .map(part -> new Count(
                        part.code(),
                        count(all, part, ChangeKind.ADDED),
                        count(all, part, ChangeKind.CHANGED),
                        count(all, part, ChangeKind.REMOVED)))
                .filter(count -> count.added() + count.changed() + count.removed() > 0)
                .toList();
        return new PlanChanges(
                all.size(), counts, all.stream().limit(MOST).map(Change::of).toList());
    }

    private static int count(List<PlanChange> all, PlanPart part, ChangeKind kind) {
        return (int) all.stream()
                .filter(change -> change.part() == part && change.kind() == kind)
                .count();
    }
}
