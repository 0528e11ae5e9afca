package org.finplan.platform.events;

/**
 * What the contract fixes for one type and version of event.
 *
 * @param name CloudEvents type, {@code org.finplan.<service>.<concept>.<past-tense>.v<n>}
 * @param topic Kafka topic that carries it
 * @param schema URI of its JSON Schema (CloudEvents {@code dataschema}); the file of the same name lies in
 *     {@code schemas/} of this jar
 * @param data payload record
 */
public record EventType(String name, String topic, String schema, Class<? extends EventData> data) {

    static EventType of(String service, String conceptAndTense, int version, Class<? extends EventData> data) {
        String shortName = service + "." + conceptAndTense + ".v" + version;
        return new EventType("org.finplan." + shortName, service + ".events", "urn:finplan:schema:" + shortName, data);
    }

    /** {@return whether it is of use to the programs of the suite alone} */
    public boolean internal() {
        return InternalEvent.class.isAssignableFrom(data);
    }

    /** {@return the file name of the schema below {@code schemas/}, such as {@code tasks.progress.reported.v1.json}} */
    public String schemaFile() {
        return schema.substring("urn:finplan:schema:".length()) + ".json";
    }
}
