package org.finplan.indicators.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.MapContext;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.finplan.indicators.expression.Dependencies.Dependency;
import org.finplan.platform.period.Period;

/** Laws of the language, among them that its arithmetic is that of Apache Commons JEXL. */
class FormulaPropertiesTest {

    private static final int EVERY_DIGIT = Integer.MIN_VALUE;
    private static final JexlEngine JEXL = new JexlBuilder()
            .arithmetic(new JexlArithmetic(true, MathContext.DECIMAL128, EVERY_DIGIT))
            .strict(true)
            .silent(false)
            .create();
    private static final Evaluator.Children CHILDREN =
            place -> place.region().equals("city") ? List.of(List.of("one", "former"), List.of("two")) : List.of();
    private static final Place PLACE = new Place("city", Period.parse("2024-09"));

    @Property
    void arithmeticGivesWhatJexlGives(@ForAll("arithmetic") Expression formula) {
        String text = Notation.of(formula);
        Result own = new Evaluator((reference, place) -> null, CHILDREN).evaluate(Parser.parse(text), PLACE);

        BigDecimal oracle;
        try {
            oracle = jexl(text);
        } catch (JexlException divisionByZero) {
            assertThat(own.missing()).extracting(Missing::reason).contains(Missing.Reason.DIVISION_BY_ZERO);
            return;
        }
        assertThat(own.value()).isEqualByComparingTo(oracle);
    }

    /** Numbers go in as variables: JEXL makes floats of some literals, and its -- is no two minus. */
    private static BigDecimal jexl(String formula) {
        MapContext numbers = new MapContext();
        String text = Pattern.compile("[0-9]+(\\.[0-9]+)?").matcher(formula).replaceAll(number -> {
            String name = "n" + number.start();
            numbers.set(name, new BigDecimal(number.group()));
            return name;
        });
        return (BigDecimal) JEXL.createExpression(text.replace("-", " - ")).evaluate(numbers);
    }

    @Property
    void whatIsWrittenReadsAsTheSameTree(@ForAll("formula") Expression formula) {
        String text = Notation.of(formula);

        Expression read = Parser.parse(text);

        assertThat(read)
                .usingRecursiveComparison(RecursiveComparisonConfiguration.builder()
                        .withIgnoredFieldsMatchingRegexes(".*column")
                        .build())
                .isEqualTo(formula);
        assertThat(Notation.of(read)).isEqualTo(text);
    }

    @Property
    void whatAFormulaLooksAtIsReachedBackFromThere(
            @ForAll("formula") Expression formula, @ForAll("periods") Period period) {
        Place place = new Place("city", Calendar.of(period.start(), period.end()));
        for (Dependency look : Dependencies.of(formula, place, CHILDREN)) {
            Set<Place> back = Dependencies.influences(formula).stream()
                    .filter(influence -> influence.reference().equals(look.reference()))
                    .flatMap(influence -> influence
                            .results(
                                    Set.of(look.place()), region -> region.equals("city") ? List.of() : List.of("city"))
                            .stream())
                    .collect(Collectors.toSet());
            assertThat(back).as("from %s", look).contains(place);
        }
    }

    @Property
    void aMissingFigureIsNamedAndNeverZero(@ForAll("formula") Expression formula) {
        Evaluator nothing = new Evaluator(
                (reference, place) -> Result.missing(
                        new Missing(Missing.Reason.NO_FIGURE, reference.alias(), place, reference.column())),
                CHILDREN);
        Result result = nothing.evaluate(formula, PLACE);

        if (result.present()) {
            assertThat(formula.toString()).containsAnyOf("COALESCE", "Literal");
        } else {
            assertThat(result.missing()).isNotEmpty().allSatisfy(missing -> assertThat(missing.reason())
                    .isNotNull());
        }
    }

    @Provide
    Arbitrary<Expression> arithmetic() {
        return FormulaTrees.arithmetic(4);
    }

    @Provide
    Arbitrary<Expression> formula() {
        return FormulaTrees.formula(3);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.of("2024", "2024-S1", "2024-Q3", "2024-02", "2023-09-YTD", "2024-02-29", "2023-12-31")
                .map(Period::parse);
    }
}
