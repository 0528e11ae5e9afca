/** The life of plans: draft, in force, ended, evaluated, archived; and what is closed to writing. */
package org.finplan.indicators.planlife;
