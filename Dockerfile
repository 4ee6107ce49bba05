# One image for api, worker, migrations and `lotse`. Not built where Docker is missing.
FROM node:24-bookworm-slim AS build
WORKDIR /lotse
# The manifests first: sources change more often than packages.
COPY package.json package-lock.json ./
COPY apps/cli/package.json apps/cli/
COPY apps/cli/bin apps/cli/bin
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
# The Temporal SDK trusts the system's certificates; a new volume takes the owner of the folder it is mounted on.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates \
  && rm -rf /var/lib/apt/lists/* \
  && install -d -o node -g node -m 0700 /var/lib/lotse
WORKDIR /lotse
COPY --from=build /lotse ./
ENV NODE_ENV=production LOTSE_HOME=/var/lib/lotse
USER node
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
