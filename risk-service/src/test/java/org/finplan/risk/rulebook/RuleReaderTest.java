package org.finplan.risk.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {

    private static final String LIMIT =
            "\"signal\": \"limit\", \"numerator\": \"total-liabilities\", \"comparator\": \"at-most\", \"limits\": [{\"value\": 1}]";

    private static List<ProblemError> faults(String parts) {
        return catchThrowableOfType(ProblemException.class, () -> SampleBook.rule(parts))
                .errors();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'level':'blue','from':0.9,'to':0.95},{'level':'yellow','from':1}] | /bands/1/from | gap",
                "[{'level':'blue','from':0.9,'to':1.1},{'level':'yellow','from':1}] | /bands/1/from | overlaps",
                "[{'level':'yellow','from':1.1}] | /bands/0/from | begins at 1",
                "[{'level':'yellow','from':1,'to':2}] | /bands/0/to | no end",
                "[{'level':'red','from':1,'to':2},{'level':'blue','from':2}] | /bands/1/level | above",
                "[{'level':'pink','from':1}] | /bands/0/level | no such value"
            })
    void bandsThatDoNotFitTogetherAreRefusedWithTheirPlace(String bands, String place, String text) {
        assertThat(faults(LIMIT + ", \"bands\": " + bands.replace('\'', '"'))).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo(place);
            assertThat(fault.message().en()).contains(text);
        });
    }

    @Test
    void aFormulaOverAnUnknownMetricSaysWhere() {
        ProblemError fault = faults(LIMIT.replace("total-liabilities", "net-assets + guarantee-balance"))
                .get(0);
        assertThat(fault.pointer()).isEqualTo("/numerator");
        assertThat(fault.code()).isEqualTo("formula-invalid");
        assertThat(fault.message().en()).contains("character 14", "guarantee-balance");
        assertThat(fault.accepted()).contains("total-assets");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(faults(
                        "\"signal\": \"limit\", \"numerator\": \"nothing\", \"comparator\": \"at most\", \"limits\": [{\"value\": -1,"
                                + " \"from\": \"2025-13-01\"}]"))
                .extracting(ProblemError::pointer)
                .contains("/numerator", "/comparator", "/limits/0/value", "/limits/0/from");
    }

    @ParameterizedTest
    @CsvSource({
        "trend, /level",
        "peer-outlier, /numerator",
        "ewma, /parameters/mean",
        "cusum, /parameters/bound",
        "late-report, /steps",
        "identity, /right",
        "composite, /weights"
    })
    void everySignalSaysWhatItNeeds(String signal, String place) {
        assertThat(faults("\"signal\": \"" + signal + "\""))
                .extracting(ProblemError::pointer)
                .contains(place);
    }

    @Test
    void aDerivedMetricHasItsOwnUnit() {
        RuleDefinition rule = SampleBook.rule(LIMIT.replace("total-liabilities", "single-borrower-loan-ratio"));
        assertThat(rule.signal().measured().orElseThrow().unit()).isEqualTo("PCT");
        assertThat(faults(LIMIT.replace("total-liabilities", "net-assets + single-borrower-loan-ratio"))
                        .get(0)
                        .message()
                        .en())
                .contains("do not add up");
        assertThat(faults(LIMIT.replace("total-liabilities", "net-assets * net-assets"))
                        .get(0)
                        .pointer())
                .isEqualTo("/unit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'signal':'late-report','steps':[{'from':1,'level':'pink'}] | /steps/0/level",
                "'signal':'late-report','steps':[{'from':0,'level':'blue'}] | /steps/0/from",
                "'signal':'late-report','steps':[{'from':1,'level':'blue'},{'from':1,'level':'red'}] | /steps/1/from",
                "'signal':'plan','steps':[{'from':1,'level':'pink'}] | /steps/0/level",
                "'signal':'composite','level':'red','weights':{'A':null,'B':1,'C':1} | /weights/A",
                "'signal':'composite','level':'red','weights':{'A':-1,'B':1,'C':1} | /weights/A",
                "'signal':'ewma','numerator':'net-assets','level':'red','parameters':{'mean':1,'deviation':0} | /parameters/deviation",
                "'signal':'cusum','numerator':'net-assets','level':'red','parameters':{'mean':1,'slack':-1,'bound':1} | /parameters/slack",
                "'signal':'identity','numerator':'net-assets','right':'single-borrower-loan-ratio','level':'red' | /right"
            })
    void whatASignalCannotBeIsNamed(String parts, String place) {
        assertThat(faults(parts.replace('\'', '"')))
                .extracting(ProblemError::pointer)
                .containsExactly(place);
    }

    @Test
    void theUnitOfAnAmountIsThatOfItsMetric() {
        assertThat(faults(LIMIT + ", \"unit\": \"PCT\"").get(0).accepted()).containsExactly("CNY");
    }
}
