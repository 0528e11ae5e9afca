/** What differs between two plan packages, thing by thing and field by field. */
package org.finplan.platform.plan.difference;
