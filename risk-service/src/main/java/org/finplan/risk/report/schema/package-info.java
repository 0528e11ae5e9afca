/** Which metrics institutions of a kind report: code, unit, sign, and how derived ones follow; and what their figures must agree in. */
package org.finplan.risk.report.schema;
