'use strict';

/**
 * Lint rules of this project that oxlint does not bring along.
 * Each is shown to fire by a planted violation in test/architecture/lint.spec.ts: a plugin that throws
 * would otherwise pass unnoticed.
 */

/** What decides whose rows a statement reaches: beginning a transaction, setting the scope, taking a role. */
const REACH =
  /\bset_config\s*\(|^\s*(BEGIN|START\s+TRANSACTION)\b(?!\s+[a-z])|\b(SET|RESET)\s+((LOCAL|SESSION)\s+)?(ROLE\b|lotse\.)/;
const CONNECTIONS = /(^|\.)(dataSource|database|db|runner|pool)$/;
/** Ways of TypeORM to a connection, a repository or a transaction of its own. */
const OWN_DOORS = new Set([
  'createQueryRunner',
  'getRepository',
  'createEntityManager',
  'startTransaction',
  'transaction',
]);

/** `x as unknown as T` switches the type checker off; say what the type is instead. */
const noDoubleAssertion = {
  create: (context) => ({
    TSAsExpression(node) {
      if (
        node.expression.type === 'TSAsExpression' &&
        node.expression.typeAnnotation.type === 'TSUnknownKeyword'
      ) {
        context.report({
          node,
          message: 'Narrow with a guard or say the type: `as unknown as` switches the checker off.',
        });
      }
    },
  }),
};

/** `export * from` hides what a package offers; an index lists its names one by one. */
const namedReExports = {
  create: (context) => ({
    ExportAllDeclaration(node) {
      context.report({ node, message: 'List the exported names one by one instead of `export *`.' });
    },
  }),
};

const textOf = (node) =>
  node.type === 'TemplateLiteral'
    ? node.quasis.map((quasi) => quasi.value.raw).join('?')
    : String(node.value);

/**
 * `withActor` is the one door to the database: it begins every transaction and says whose rows it reaches, in one message.
 * A statement beside it would run without a scope, or leave one to the connection's next user.
 */
const oneDoor = {
  create(context) {
    const check = (node) => {
      if (REACH.test(textOf(node)))
        context.report({ node, message: 'Only withActor begins transactions and says what they reach.' });
    };
    const checkCall = (node) => {
      if (node.callee.type !== 'MemberExpression') return;
      const method = node.callee.property.name;
      const receiver = context.sourceCode.getText(node.callee.object);
      if (OWN_DOORS.has(method) || (method === 'query' && CONNECTIONS.test(receiver)))
        context.report({ node, message: `Go through withActor or withSession, not ${receiver}.${method}.` });
    };
    return { Literal: check, TemplateLiteral: check, CallExpression: checkCall };
  },
};

module.exports = {
  meta: { name: 'lotse' },
  rules: {
    'no-double-assertion': noDoubleAssertion,
    'named-re-exports': namedReExports,
    'one-door': oneDoor,
  },
};
