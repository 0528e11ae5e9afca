package org.finplan.risk.network.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkKind;
import org.junit.jupiter.api.Test;

/** Figures of firms are a map like any other. */
class FirmValuesTest {

    @Test
    void everyFirmHasItsFigure() {
        NetworkContent network = new NetworkContent(
                NetworkKind.DEBT,
                LocalDate.EPOCH,
                true,
                List.of(new Firm("演示样本-A", null, null, null, null), new Firm("演示样本-B", null, null, null, null)),
                List.of());
        Map<String, BigDecimal> values = FirmValues.of(network, firm -> firm + 0.5);
        Map<String, BigDecimal> expected = new LinkedHashMap<>();
        expected.put("演示样本-A", new BigDecimal("0.5"));
        expected.put("演示样本-B", new BigDecimal("1.5"));
        assertThat(values).isEqualTo(expected).containsExactlyEntriesOf(expected);
        assertThat(values.get("演示样本-B")).isEqualTo(new BigDecimal("1.5"));
        assertThat(values).doesNotContainKey("演示样本-C").hasSize(2);
    }
}
