package org.finplan.tasks.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.register.OpeningStock;
import org.finplan.platform.plan.register.RegisterDefinition;
import org.finplan.platform.plan.register.RegisterField;
import org.finplan.platform.plan.register.RegisterStage;

/**
 * A register that a plan asks for.
 *
 * @param plan plan code
 * @param code code of the register
 * @param name its name
 * @param clauses clauses that ask for it
 * @param tasks tasks that it serves
 * @param indicators indicators that it serves
 * @param stages its stages in their order
 * @param skippable whether a stage may be skipped forwards, with a reason
 * @param fields what is recorded of an entry beside name, region, stage and links
 * @param assessed whether its entries take dated assessments
 * @param opening its opening stock, absent when it has none
 * @param retired true when the plan in force asks for it no more: it is read, and takes no more writes; absent otherwise
 */
@Schema(name = "Register")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegisterView(
        String plan,
        String code,
        LocalizedText name,
        List<String> clauses,
        List<String> tasks,
        List<String> indicators,
        List<Stage> stages,
        boolean skippable,
        List<Field> fields,
        boolean assessed,
        @Nullable Opening opening,
        @Nullable Boolean retired) {

    /**
     * A stage of a register.
     *
     * @param code its code
     * @param name its name
     * @param next stages that may follow it; none: it is final
     * @param counted whether what stands in it is counted as being in the register
     * @param decided whether some body decides on it, which is named then
     */
    @Schema(name = "RegisterStage")
    record Stage(String code, LocalizedText name, List<String> next, boolean counted, boolean decided) {

        static Stage of(RegisterStage stage) {
            return new Stage(stage.code(), stage.name(), stage.next(), stage.counted(), stage.decided());
        }
    }

    /**
     * A field of the entries.
     *
     * @param code its code
     * @param name its name
     * @param type text, code, number, date, region, uscc, clause, task, indicator or entry
     * @param required whether every entry needs it
     * @param many whether it takes a list
     * @param counted whether the count of the register adds it up
     * @param unit code of the unit of a number
     * @param choices what a code may be
     * @param register register whose entries it links to
     */
    @Schema(name = "RegisterField")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(
            String code,
            LocalizedText name,
            String type,
            boolean required,
            boolean many,
            boolean counted,
            @Nullable String unit,
            List<Choice> choices,
            @Nullable String register) {

        static Field of(RegisterField field) {
            return new Field(
                    field.code(),
                    field.name(),
                    field.type().code(),
                    field.required(),
                    field.many(),
                    field.counted(),
                    field.unit(),
                    field.choices().stream()
                            .map(choice -> new Choice(choice.code(), choice.name()))
                            .toList(),
                    field.register());
        }
    }

    /**
     * A choice of a code.
     *
     * @param code its code
     * @param name its name
     */
    @Schema(name = "RegisterChoice")
    record Choice(String code, LocalizedText name) {}

    /**
     * How many there were on a day, of which nobody named the single ones.
     *
     * @param at the day
     * @param clause clause that prints it
     * @param stocks as far as it is broken down
     */
    @Schema(name = "RegisterOpening")
    record Opening(LocalDate at, String clause, List<Stock> stocks) {

        static Opening of(OpeningStock opening) {
            return new Opening(
                    opening.at(),
                    opening.clause(),
                    opening.stocks().stream().map(Stock::of).toList());
        }
    }

    /**
     * A part of an opening stock.
     *
     * @param region region that it is of
     * @param stage stage that it is of, absent when it is not broken down by stages
     * @param count how many
     * @param sums what the counted fields add up to, as far as it is printed
     */
    @Schema(name = "RegisterOpeningStock")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stock(String region, @Nullable String stage, long count, List<Sum> sums) {

        static Stock of(OpeningStock.Stock stock) {
            return new Stock(
                    stock.region(),
                    stock.stage(),
                    stock.count(),
                    stock.sums().stream()
                            .map(sum -> new Sum(sum.field(), sum.value()))
                            .toList());
        }
    }

    /**
     * What a counted field adds up to.
     *
     * @param field code of the field, which says the unit
     * @param value the sum
     */
    @Schema(name = "RegisterOpeningSum")
    record Sum(String field, BigDecimal value) {}

    static RegisterView of(Register register) {
        RegisterDefinition said = register.definition();
        return new RegisterView(
                register.plan(),
                said.code(),
                said.name(),
                said.clauses(),
                said.tasks(),
                said.indicators(),
                said.stages().stream().map(Stage::of).toList(),
                said.skippable(),
                said.fields().stream().map(Field::of).toList(),
                said.assessed(),
                said.opening() == null ? null : Opening.of(said.opening()),
                register.retired() ? true : null);
    }
}
