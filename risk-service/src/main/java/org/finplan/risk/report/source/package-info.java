/** Who delivers reports of institutions and how: in real time or by periods. What is late by that is listed. */
package org.finplan.risk.report.source;
