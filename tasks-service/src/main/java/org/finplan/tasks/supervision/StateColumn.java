package org.finplan.tasks.supervision;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;

/** Stores a state under its name on the wire. */
@Converter(autoApply = true)
class StateColumn implements AttributeConverter<SupervisionState, String> {

    @Override
    public String convertToDatabaseColumn(SupervisionState state) {
        return state == null ? null : state.code();
    }

    @Override
    public SupervisionState convertToEntityAttribute(String code) {
        return code == null ? null : SupervisionState.find(code).orElseThrow();
    }
}
