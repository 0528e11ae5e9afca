package org.finplan.indicators.planversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.finplan.platform.events.LocalizedText;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final Set<String> ALL = Set.of("tasks-service", "risk-service", "gateway");

    private static Answer answer(String participant, boolean prepared) {
        LocalizedText reason = prepared ? null : new LocalizedText("样本", "sample");
        return new Answer(participant, prepared, reason, Instant.EPOCH);
    }

    @Test
    void waitsForTheLastAndStopsAtTheFirstRefusal() {
        assertThat(Decision.on(ALL, List.of())).isEqualTo(Decision.WAIT);
        assertThat(Decision.on(ALL, List.of(answer("tasks-service", true), answer("gateway", true))))
                .isEqualTo(Decision.WAIT);
        assertThat(Decision.on(ALL, List.of(answer("risk-service", false)))).isEqualTo(Decision.ABANDON);
        assertThat(Decision.on(ALL, ALL.stream().map(name -> answer(name, true)).toList()))
                .isEqualTo(Decision.ENFORCE);
    }

    @Test
    void whoRunsAloneWaitsForNobodyAndStrangersDoNotCount() {
        assertThat(Decision.on(Set.of(), List.of())).isEqualTo(Decision.ENFORCE);
        assertThat(Decision.on(Set.of(), List.of(answer("stranger", false)))).isEqualTo(Decision.ENFORCE);
        assertThat(Decision.on(Set.of("gateway"), List.of(answer("stranger", true))))
                .isEqualTo(Decision.WAIT);
    }

    @Property(tries = 200)
    void theOrderOfAnswersDecidesNothing(@ForAll @Size(3) List<Boolean> prepared, @ForAll long seed) {
        List<Answer> answers = new ArrayList<>();
        List<String> names = List.copyOf(ALL);
        for (int i = 0; i < prepared.size(); i++) {
            answers.add(answer(names.get(i), prepared.get(i)));
        }
        Decision decided = Decision.on(ALL, answers);
        Collections.shuffle(answers, new Random(seed));

        assertThat(Decision.on(ALL, answers)).isEqualTo(decided);
        assertThat(decided).isEqualTo(prepared.contains(false) ? Decision.ABANDON : Decision.ENFORCE);
    }
}
