/** What the figures of a series count, since when, and what lies between two such definitions. */
package org.finplan.platform.plan.definition;
